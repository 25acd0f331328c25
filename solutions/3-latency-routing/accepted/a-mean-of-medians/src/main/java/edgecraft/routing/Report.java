package edgecraft.routing;

import com.fasterxml.jackson.databind.JsonNode;
import edgecraft.kit.IpPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what viewers have measured. */
final class Report {

    private static final double MOST_MILLIS = 60_000;

    private Report() {}

    /**
     * Reads <code>{"measurements": [{"network": "203.0.113.0/24", "edge": "fra", "millis": 23.5}, …]}</code>.
     *
     * @param networks those of the settings
     * @param edges the ids of the settings' edges
     * @return all of them, in order
     * @throws IllegalArgumentException if any of it is malformed, is about an unknown network or edge, or is no time between 0
     *     and 60,000 ms
     */
    static List<Measurement> read(byte[] json, Networks networks, Set<String> edges) {
        JsonNode list = Json.read(json).path("measurements");
        require(list.isArray(), "no list of measurements", list);
        List<Measurement> measurements = new ArrayList<>();
        list.forEach(one -> measurements.add(measurement(one, networks, edges)));
        return measurements;
    }

    private static Measurement measurement(JsonNode one, Networks networks, Set<String> edges) {
        JsonNode network = one.path("network");
        JsonNode edge = one.path("edge");
        JsonNode millis = one.path("millis");
        require(network.isTextual(), "no network", network);
        IpPrefix prefix = IpPrefix.parse(network.textValue());
        require(networks.knows(prefix), "unknown network", network);
        require(edge.isTextual() && edges.contains(edge.textValue()), "unknown edge", edge);
        double took = millis.doubleValue();
        require(millis.isNumber() && took > 0 && took <= MOST_MILLIS, "no time", millis);
        return new Measurement(prefix, edge.textValue(), took);
    }

    private static void require(boolean holds, String otherwise, JsonNode found) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise + ": " + found);
        }
    }
}
