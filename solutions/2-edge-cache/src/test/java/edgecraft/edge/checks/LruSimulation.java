package edgecraft.edge.checks;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** A store in which the page goes that was not used for the longest time: what a cache has to beat. */
final class LruSimulation {

    private final long budget;
    private final Map<String, Integer> stored = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param budget how many bytes fit into it; no page is larger */
    LruSimulation(long budget) {
        this.budget = budget;
    }

    /** Somebody asks for a page; whether it is there. If not, it is stored. */
    boolean hits(SizedPage page) {
        if (stored.get(page.target()) != null) {
            return true;
        }
        stored.put(page.target(), page.bytes());
        bytes += page.bytes();
        Iterator<Integer> eldest = stored.values().iterator();
        while (bytes > budget) {
            bytes -= eldest.next();
            eldest.remove();
        }
        return false;
    }
}
