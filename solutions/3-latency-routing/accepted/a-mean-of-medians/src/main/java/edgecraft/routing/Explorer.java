package edgecraft.routing;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Picks whom viewers are asked to measure. Each network goes through all edges in rounds, so nobody is left out. In which order
 * it does so, its widest network says: there, those who have been asked after stand in a queue, and the first has waited longest.
 * So networks that learn from each other don't all ask after the same ones. Thread-safe.
 */
final class Explorer {

    private final int most;
    private final List<String> all;
    private final Map<IpPrefix, Round> rounds = new ConcurrentHashMap<>();
    private final Map<IpPrefix, List<String>> queues = new ConcurrentHashMap<>();

    /**
     * How far a network has got.
     *
     * @param done the edges that were picked in this round
     * @param picked the last ones
     */
    private record Round(Set<String> done, List<String> picked) {

        static final Round FIRST = new Round(Set.of(), List.of());

        /** Picks those that are not done first; if there are not enough of them, the next round begins with others. */
        Round next(List<String> queue, int most) {
            List<String> undone =
                    queue.stream().filter(edge -> !done.contains(edge)).toList();
            List<String> picked = Stream.concat(undone.stream(), queue.stream().filter(done::contains))
                    .limit(most)
                    .toList();
            Set<String> after = new HashSet<>(picked);
            if (undone.size() > most) {
                after.addAll(done);
            } else {
                undone.forEach(after::remove);
            }
            return new Round(Set.copyOf(after), picked);
        }
    }

    /**
     * @param all the ids of all edges
     * @param most how many are picked at once
     */
    Explorer(List<String> all, int most) {
        this.all = all;
        this.most = most;
    }

    /**
     * The edges that a viewer is asked to measure.
     *
     * @param around the viewer's networks, the longest prefix first; at least one
     * @param worthIt the ids of the edges that could be picked
     */
    List<String> pick(List<Network> around, Set<String> worthIt) {
        IpPrefix widest = around.get(around.size() - 1).prefix();
        List<String> queue = queues.getOrDefault(widest, all).stream()
                .filter(worthIt::contains)
                .toList();
        List<String> picked = rounds.compute(
                        around.get(0).prefix(),
                        (network, before) -> (before == null ? Round.FIRST : before).next(queue, most))
                .picked();
        queues.compute(widest, (network, before) -> moveToEnd(before == null ? all : before, picked));
        return picked;
    }

    private static List<String> moveToEnd(List<String> queue, List<String> picked) {
        List<String> after = new ArrayList<>(queue);
        after.removeAll(picked);
        after.addAll(picked);
        return List.copyOf(after);
    }
}
