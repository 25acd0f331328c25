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
     * @throws IllegalArgumentException if any of it is malformed, is about an unknown network or edge, or is no time between 0 and
     *     60,000 ms
     */
    static List<Measurement> read(byte[] json, Networks networks, Set<String> edges) {
        JsonNode list = Json.read(json).path("measurements");
        require(list.isArray(), "measurements is no list");
        List<Measurement> measurements = new ArrayList<>();
        for (JsonNode one : list) {
            measurements.add(measurement(one, networks, edges));
        }
        return measurements;
    }

    private static Measurement measurement(JsonNode one, Networks networks, Set<String> edges) {
        IpPrefix network = IpPrefix.parse(text(one, "network"));
        require(networks.knows(network), "unknown network");
        String edge = text(one, "edge");
        require(edges.contains(edge), "unknown edge");
        JsonNode millis = one.path("millis");
        require(millis.isNumber(), "millis is no number");
        require(millis.doubleValue() > 0 && millis.doubleValue() <= MOST_MILLIS, "millis is out of bounds");
        return new Measurement(network, edge, millis.doubleValue());
    }

    private static String text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        require(value.isTextual(), member + " is no text");
        return value.textValue();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
