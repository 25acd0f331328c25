package edgecraft.routing;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Picks the edges that viewers should measure besides their own: those that could be better. Thread-safe. */
final class Explorer {

    private record Path(IpPrefix network, String edge) {}

    private record Turn(EdgeSite edge, long own, long nearby, double expected) {}

    private long questions;

    /** The number of the last question after an edge: of one network, and of all in the widest around it. */
    private final Map<Path, Long> asked = new HashMap<>();

    /**
     * The edges to ask a network after next: the one first that it was not asked after for longest. Of those that it never was, the
     * one that networks nearby were not, since what one of them measures is of use to all.
     *
     * @param candidates all edges
     * @param chosen the one that the viewer is sent to: it is measured anyway
     * @param around the networks that the viewer is in, the narrowest first
     * @param most how many, at most
     */
    synchronized List<EdgeSite> next(List<Candidate> candidates, Candidate chosen, List<Network> around, int most) {
        if (around.isEmpty()) {
            // Nobody can report for a network that isn't in the settings.
            return List.of();
        }
        IpPrefix own = around.get(0).prefix();
        IpPrefix widest = around.get(around.size() - 1).prefix();
        List<EdgeSite> next = candidates.stream()
                .filter(candidate -> candidate.isUp() && !candidate.edge().equals(chosen.edge()))
                .filter(candidate -> couldBeBetter(candidate, chosen))
                .map(candidate -> turn(candidate, own, widest))
                .sorted(Comparator.comparingLong(Turn::own)
                        .thenComparingLong(Turn::nearby)
                        .thenComparingDouble(Turn::expected))
                .limit(most)
                .map(Turn::edge)
                .toList();
        for (EdgeSite edge : next) {
            questions++;
            asked.put(new Path(own, edge.id()), questions);
            asked.put(new Path(widest, edge.id()), questions);
        }
        return next;
    }

    private Turn turn(Candidate candidate, IpPrefix own, IpPrefix widest) {
        String id = candidate.edge().id();
        return new Turn(
                candidate.edge(),
                asked.getOrDefault(new Path(own, id), 0L),
                asked.getOrDefault(new Path(widest, id), 0L),
                candidate.expected());
    }

    /** Light is a bound that no measurement will ever be below. */
    private static boolean couldBeBetter(Candidate candidate, Candidate chosen) {
        return candidate.kilometres().isEmpty()
                || Globe.leastMillis(candidate.kilometres().getAsDouble()) < chosen.expected();
    }
}
