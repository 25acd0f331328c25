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

    /**
     * At most so many of the last of these requests can be hits.
     *
     * @param requests all since the store was empty
     * @param last how many of them count
     */
    static int hits(List<SizedPage> requests, int last, long budget) {
        long room = budget * last;
        int hits = 0;
        for (long cost : costs(requests, requests.size() - last)) {
            room -= cost;
            if (room < 0) {
                break;
            }
            hits++;
        }
        return hits;
    }

    /** What each hit costs from the request with this number on, bytes times requests; the cheapest first. */
    private static List<Long> costs(List<SizedPage> requests, int from) {
        Map<String, Integer> latest = new HashMap<>();
        List<Long> costs = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            SizedPage page = requests.get(i);
            Integer before = latest.put(page.target(), i);
            if (before != null && i >= from) {
                costs.add((long) page.bytes() * (i - Math.max(before, from)));
            }
        }
        Collections.sort(costs);
        return costs;
    }
}
