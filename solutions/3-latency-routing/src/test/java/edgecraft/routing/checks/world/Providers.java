package edgecraft.routing.checks.world;

import edgecraft.kit.IpPrefix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the providers of a world, each in a city of its own. Some are larger than others. */
final class Providers {

    private static final int COUNT = 80;
    private static final double EXPONENT = 0.3;

    /** How many viewers have a provider that is astray. */
    private static final double ASTRAY = 0.12;

    /** Of so many providers one speaks IPv6, the others IPv4. */
    private static final int PER_IPV6 = 5;

    private final Random chance;
    private final Roads roads;
    private final List<City> homes;
    private final double[] shares;

    /** @param edges where the edges are */
    Providers(Random chance, List<City> edges) {
        this.chance = chance;
        roads = new Roads(chance, edges);
        homes = new ArrayList<>(Stream.concat(Cities.WITH_EDGE.stream(), Cities.WITHOUT_EDGE.stream())
                .toList());
        Collections.shuffle(homes, chance);
        double[] weights = IntStream.rangeClosed(1, COUNT)
                .mapToDouble(place -> Math.pow(place, -EXPONENT))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        shares = Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** All of them, the largest first. */
    List<Provider> all() {
        Set<Integer> astray = astray();
        return IntStream.range(0, COUNT)
                .mapToObj(number -> provider(number, astray.contains(number)))
                .toList();
    }

    private Set<Integer> astray() {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, COUNT).boxed().toList());
        Collections.shuffle(numbers, chance);
        Set<Integer> astray = new HashSet<>();
        double viewers = 0;
        for (int number : numbers) {
            if (viewers < ASTRAY && roads.canLeadAstray(homes.get(number))) {
                astray.add(number);
                viewers += shares[number];
            }
        }
        return astray;
    }

    private Provider provider(int number, boolean isAstray) {
        City home = homes.get(number);
        return new Provider(home, prefix(number), shares[number], isAstray ? roads.astray(home) : roads.straight(home));
    }

    private IpPrefix prefix(int number) {
        return IpPrefix.parse(
                number % PER_IPV6 == PER_IPV6 - 1
                        ? "2001:db8:" + Integer.toHexString(number << 8) + "::/40"
                        : "10." + number + ".0.0/16");
    }
}
