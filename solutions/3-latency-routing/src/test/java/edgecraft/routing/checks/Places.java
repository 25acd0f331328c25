package edgecraft.routing.checks;

import edgecraft.kit.Location;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cities and where they are, to about ten kilometres. */
final class Places {

    static final Location FRANKFURT = new Location(50.1, 8.7);
    static final Location LONDON = new Location(51.5, -0.1);
    static final Location BRUSSELS = new Location(50.8, 5.0);
    static final Location MADRID = new Location(40.4, -3.7);
    static final Location WASHINGTON = new Location(38.9, -77.0);
    static final Location SAN_FRANCISCO = new Location(37.8, -122.4);
    static final Location HONOLULU = new Location(21.3, -157.9);
    static final Location NADI = new Location(-17.8, 177.4);
    static final Location SYDNEY = new Location(-33.9, 151.2);
    static final Location SINGAPORE = new Location(1.35, 103.8);
    static final Location MUMBAI = new Location(19.1, 72.9);
    static final Location JOHANNESBURG = new Location(-26.2, 28.0);
    static final Location SAO_PAULO = new Location(-23.6, -46.6);

    /** Where edges may be, by the codes of airports nearby. */
    static final SortedMap<String, Location> AIRPORTS = Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
            Map.entry("akl", new Location(-36.9, 174.8)),
            Map.entry("arn", new Location(59.3, 18.1)),
            Map.entry("bog", new Location(4.7, -74.1)),
            Map.entry("bom", MUMBAI),
            Map.entry("cai", new Location(30.0, 31.2)),
            Map.entry("cpt", new Location(-33.9, 18.4)),
            Map.entry("del", new Location(28.6, 77.2)),
            Map.entry("eze", new Location(-34.6, -58.4)),
            Map.entry("fra", FRANKFURT),
            Map.entry("gru", SAO_PAULO),
            Map.entry("hkg", new Location(22.3, 114.2)),
            Map.entry("hnl", HONOLULU),
            Map.entry("iad", WASHINGTON),
            Map.entry("jnb", JOHANNESBURG),
            Map.entry("lax", new Location(34.1, -118.2)),
            Map.entry("lhr", LONDON),
            Map.entry("lim", new Location(-12.0, -77.0)),
            Map.entry("los", new Location(6.5, 3.4)),
            Map.entry("mad", MADRID),
            Map.entry("mex", new Location(19.4, -99.1)),
            Map.entry("nbo", new Location(-1.3, 36.8)),
            Map.entry("nrt", new Location(35.7, 139.7)),
            Map.entry("per", new Location(-32.0, 115.9)),
            Map.entry("sea", new Location(47.6, -122.3)),
            Map.entry("sin", SINGAPORE),
            Map.entry("svo", new Location(55.8, 37.6)),
            Map.entry("syd", SYDNEY),
            Map.entry("yyz", new Location(43.7, -79.4)))));

    private Places() {}

    /** Where the airport with this code is. */
    static Location airport(String code) {
        return Objects.requireNonNull(AIRPORTS.get(code), code);
    }

    /** Some point, as likely in one square kilometre of the globe as in another. */
    static Location anywhere(Random chance) {
        double height = 2 * chance.nextDouble() - 1;
        return new Location(Math.toDegrees(Math.asin(height)), 360 * chance.nextDouble() - 180);
    }
}
