package edgecraft.routing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import edgecraft.kit.IpAddress;
import edgecraft.kit.Network;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Tells by what a decision was made. */
final class Explanation {

    private Explanation() {}

    /** All that a decision about a viewer was made by, as JSON. */
    static ObjectNode of(IpAddress viewer, Decision decision) {
        ObjectNode json = Json.object().put("viewer", viewer.toString());
        json.put(
                "network",
                decision.around().stream()
                        .findFirst()
                        .map(Network::prefix)
                        .map(Object::toString)
                        .orElse(null));
        json.put("edge", decision.chosen().edge().id());
        decision.candidates()
                .forEach(candidate ->
                        describe(candidate, json.withArray("candidates").addObject()));
        return json;
    }

    private static void describe(Candidate candidate, ObjectNode json) {
        json.put("edge", candidate.edge().id())
                .put("up", candidate.isUp())
                .put("kilometres", orNull(candidate.kilometres()))
                .put("millis", orNull(candidate.millis()))
                .put("measured", candidate.isMeasured());
    }

    private static @Nullable Double orNull(OptionalDouble figure) {
        return figure.isPresent() ? (Double) figure.getAsDouble() : null;
    }
}
