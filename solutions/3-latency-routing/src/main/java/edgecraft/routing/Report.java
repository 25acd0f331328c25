package edgecraft.routing;

import com.fasterxml.jackson.databind.JsonNode;
import edgecraft.kit.IpPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what viewers have measured. */
final class Report {

    private static final double LONGEST_MILLIS = 60_000;

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
        JsonNode all = Json.read(json).path("measurements");
        require(all.isArray(), "measurements must be a list");
        List<Measurement> read = new ArrayList<>();
        for (JsonNode one : all) {
            read.add(measurement(one, networks, edges));
        }
        return read;
    }

    private static Measurement measurement(JsonNode one, Networks networks, Set<String> edges) {
        require(one.path("network").isTextual(), "network must be a text");
        IpPrefix network = IpPrefix.parse(one.path("network").textValue());
        require(networks.knows(network), "no such network: " + network);
        JsonNode edge = one.path("edge");
        require(edge.isTextual() && edges.contains(edge.textValue()), "no such edge: " + edge);
        double millis = one.path("millis").doubleValue();
        // What is no number has the value 0 here.
        require(millis > 0 && millis <= LONGEST_MILLIS, "millis must be a number, more than 0 and at most 60000");
        return new Measurement(network, edge.textValue(), millis);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
