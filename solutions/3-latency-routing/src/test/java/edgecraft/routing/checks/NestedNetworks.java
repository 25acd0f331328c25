package edgecraft.routing.checks;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Location;
import edgecraft.kit.Network;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Networks in networks, each in another city than the next one around it, and an edge in every city. */
final class NestedNetworks {

    /** The edge of those who are in no network: the first in the settings, and in none of their cities. */
    static final String NOBODYS = "lhr";

    private static final Map<String, Location> CITIES = new LinkedHashMap<>();

    static {
        CITIES.put("fra", Places.FRANKFURT);
        CITIES.put("iad", Places.WASHINGTON);
        CITIES.put("syd", Places.SYDNEY);
        CITIES.put("gru", Places.SAO_PAULO);
        CITIES.put("sin", Places.SINGAPORE);
        CITIES.put("jnb", Places.JOHANNESBURG);
        CITIES.put("hnl", Places.HONOLULU);
    }

    private final Cdn cdn;
    private final Random chance;
    private final Map<IpPrefix, Location> networks = new LinkedHashMap<>();

    NestedNetworks(Cdn cdn, Random chance) {
        this.cdn = cdn;
        this.chance = chance;
        cdn.edge(NOBODYS, Places.LONDON);
        CITIES.forEach(cdn::edge);
    }

    /** One network of each of these lengths, all of them around the same address. */
    NestedNetworks around(IpAddress address, int... lengths) {
        List<Location> cities = List.copyOf(CITIES.values());
        for (int length : lengths) {
            networks.putIfAbsent(IpPrefix.around(address, length), cities.get(networks.size() % cities.size()));
        }
        return this;
    }

    /** Puts them into the settings, in any order. */
    NestedNetworks shuffled() {
        List<IpPrefix> prefixes = new ArrayList<>(networks.keySet());
        Collections.shuffle(prefixes, chance);
        prefixes.forEach(prefix -> cdn.network(prefix, networks.get(prefix)));
        return this;
    }

    /** The first address of each network, its last one, and two between them: each belongs to the longest prefix that has it. */
    void assertEachInItsLongest() {
        networks.keySet()
                .forEach(prefix -> Stream.of(prefix.first(), last(prefix), cdn.viewerIn(prefix), cdn.viewerIn(prefix))
                        .forEach(this::assertInItsLongest));
    }

    /** A viewer with this address is sent to the edge in the city of the longest prefix. */
    void assertInItsLongest(IpAddress address) {
        Network network = cdn.networkOf(address).orElseThrow();
        String edge = cdn.sites().stream()
                .filter(site -> site.location().equals(network.location()))
                .map(EdgeSite::id)
                .findFirst()
                .orElseThrow();
        cdn.assertSent(
                address,
                edge,
                network.prefix() + " has the longest prefix of all networks that the viewer is in, and " + edge
                        + " is in its city");
    }

    private static IpAddress last(IpPrefix prefix) {
        int free = prefix.first().bits() - prefix.length();
        BigInteger others = BigInteger.ONE.shiftLeft(free).subtract(BigInteger.ONE);
        return prefix.first().plus(others);
    }
}
