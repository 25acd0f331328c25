package edgecraft.edge.checks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What no store can beat, not even one that knows all requests beforehand: an upper bound for its hits.
 *
 * <p>For a hit, a page must lie in the store from one request for it to the next, and takes up its bytes for so many
 * requests. All these intervals together can't take up more than the whole store for the whole time. So the cheapest
 * intervals that fit are at least as many as the hits of any store, and often more: whether they fit at each single
 * moment is not asked (Berger, Beckmann, Harchol-Balter, 2018: PFOO-L).
 */
final class OfflineOptimum {

    private OfflineOptimum() {}

    /** At most so many of these requests can be hits, in a store that is empty at first. */
    static int hits(List<SizedPage> requests, long budget) {
        long room = budget * requests.size();
        int hits = 0;
        for (long cost : costs(requests)) {
            room -= cost;
            if (room < 0) {
                break;
            }
            hits++;
        }
        return hits;
    }

    /** What each hit costs, bytes times requests; the cheapest first. */
    private static List<Long> costs(List<SizedPage> requests) {
        Map<String, Integer> latest = new HashMap<>();
        List<Long> costs = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            SizedPage page = requests.get(i);
            Integer before = latest.put(page.target(), i);
            if (before != null) {
                costs.add((long) page.bytes() * (i - before));
            }
        }
        Collections.sort(costs);
        return costs;
    }
}
