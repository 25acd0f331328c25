package edgecraft.routing.checks.world;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Location;
import edgecraft.kit.Network;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes the networks of a provider: most in its city or around it, some with far more viewers than others. */
final class Neighbourhood {

    private static final int NETWORKS = 40;
    private static final double EXPONENT = 0.5;
    private static final int IPV4_LENGTH = 24;
    private static final int IPV6_LENGTH = 48;

    /** Of so many networks the router knows the place of all but one. */
    private static final int PER_UNKNOWN_PLACE = 20;

    private final Provider provider;
    private final Random chance;
    private final double lastMile;

    private Neighbourhood(Provider provider, Random chance) {
        this.provider = provider;
        this.chance = chance;
        lastMile = 3 + chance.nextInt(10);
    }

    static List<ViewerNetwork> of(Provider provider, Random chance) {
        return new Neighbourhood(provider, chance).all();
    }

    private List<ViewerNetwork> all() {
        double sum =
                IntStream.range(0, NETWORKS).mapToDouble(Neighbourhood::weight).sum();
        return IntStream.range(0, NETWORKS)
                .mapToObj(number -> network(number, provider.share() * weight(number) / sum))
                .toList();
    }

    private static double weight(int number) {
        return Math.pow(number + 1, -EXPONENT);
    }

    private ViewerNetwork network(int number, double share) {
        Location place = near(provider.city().location());
        Location known = chance.nextInt(PER_UNKNOWN_PLACE) == 0 ? null : place;
        return new ViewerNetwork(
                new Network(prefix(number), known), provider, place, lastMile + 6 * chance.nextDouble(), share);
    }

    private IpPrefix prefix(int number) {
        IpAddress first = provider.prefix().first();
        int length = first.isIpv6() ? IPV6_LENGTH : IPV4_LENGTH;
        BigInteger offset = BigInteger.valueOf(number).shiftLeft(first.bits() - length);
        return new IpPrefix(first.plus(offset), length);
    }

    /** Some ten kilometres away, told to about one. */
    private Location near(Location city) {
        double east = city.longitude() + chance.nextGaussian() / 2;
        return new Location(
                rounded(city.latitude() + chance.nextGaussian() / 2), rounded(Math.IEEEremainder(east, 360)));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 100) / 100.0;
    }
}
