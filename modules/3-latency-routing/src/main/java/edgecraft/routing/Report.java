package edgecraft.routing;

import edgecraft.kit.Todo;
import java.util.List;
import java.util.Set;

/** Reads what viewers have measured. */
final class Report {

    private Report() {}

    /**
     * Reads <code>{"measurements": [{"network": "203.0.113.0/24", "edge": "fra", "millis": 23.5}, …]}</code>.
     *
     * @param networks those of the settings
     * @param edges the ids of the settings' edges
     * @return all of them, in order
     * @throws IllegalArgumentException if any of it is malformed, is about an unknown network or edge, or is no time between 0 and
     *     60,000 ms
     */
    static List<Measurement> read(byte[] json, Networks networks, Set<String> edges) {
        throw new Todo("3.2", "read a batch of measurements");
    }
}
