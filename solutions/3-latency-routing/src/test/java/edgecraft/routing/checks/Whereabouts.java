package edgecraft.routing.checks;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * To which edge each of many networks was sent when a viewer of it asked.
 *
 * @param edges the ids of the edges
 * @param before the same, the time before
 */
record Whereabouts(Map<IpPrefix, String> edges, Map<IpPrefix, String> before) {

    /** Where those are for whom nobody has asked. */
    static final Whereabouts UNKNOWN = new Whereabouts(Map.of(), Map.of());

    /** Asks for each network, some time after this. */
    Whereabouts next(List<Network> networks, Function<Network, String> edgeFor) {
        Map<IpPrefix, String> now = new LinkedHashMap<>();
        networks.forEach(network -> now.put(network.prefix(), edgeFor.apply(network)));
        return new Whereabouts(now, edges);
    }

    /** Those at an edge. */
    Set<IpPrefix> at(String edge) {
        return those(edge::equals);
    }

    /** Those at any other edge. */
    Set<IpPrefix> awayFrom(String edge) {
        return those(other -> !other.equals(edge));
    }

    private Set<IpPrefix> those(Predicate<String> edge) {
        return edges.keySet().stream()
                .filter(network -> edge.test(edges.get(network)))
                .collect(Collectors.toSet());
    }

    /**
     * All are at this edge.
     *
     * @param why goes on after "because"
     */
    void assertAllAt(String edge, String why) {
        assertAllAt(edges.keySet(), edge, why);
    }

    /** Some of them are at this edge, each of them. */
    void assertAllAt(Set<IpPrefix> some, String edge, String why) {
        assertNoExceptions(some, network -> !edge.equals(edges.get(network)), "to be sent to " + edge, why);
    }

    /** Some of them are at other edges, each of them. */
    void assertNoneAt(Set<IpPrefix> some, String edge, String why) {
        assertNoExceptions(
                some, network -> edge.equals(edges.get(network)), "to be sent elsewhere than to " + edge, why);
    }

    /** Each is where it was. */
    void assertAsIn(Whereabouts earlier, String why) {
        assertNoExceptions(
                edges.keySet(),
                network -> !Objects.equals(edges.get(network), earlier.edges.get(network)),
                "to be sent where they were sent before",
                why);
    }

    private void assertNoExceptions(Set<IpPrefix> some, Predicate<IpPrefix> isException, String expected, String why) {
        List<IpPrefix> exceptions = some.stream().filter(isException).toList();
        if (!exceptions.isEmpty()) {
            IpPrefix one = exceptions.get(0);
            throw new AssertionError(String.format(
                    "expected %d networks %s, because %s, but %s, for example %s to %s%s",
                    some.size(),
                    expected,
                    why,
                    exceptions.size() == 1 ? "1 was not" : exceptions.size() + " were not",
                    one,
                    edges.get(one),
                    before.containsKey(one) ? ", and the time before to " + before.get(one) : ""));
        }
    }

    /** How many are at each edge, for example {@code 63 at fra, 37 at lhr}. */
    @Override
    public String toString() {
        return new TreeSet<>(edges.values())
                .stream().map(edge -> at(edge).size() + " at " + edge).collect(Collectors.joining(", "));
    }
}
