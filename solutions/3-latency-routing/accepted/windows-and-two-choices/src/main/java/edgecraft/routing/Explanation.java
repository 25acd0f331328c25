package edgecraft.routing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Says as JSON why a viewer is sent where it is. */
final class Explanation {

    private Explanation() {}

    static ObjectNode of(Decision decision) {
        ObjectNode said = Json.object()
                .put("viewer", decision.viewer().toString())
                .put(
                        "network",
                        decision.network() == null ? null : decision.network().toString())
                .put("edge", decision.chosen().edge().id());
        ArrayNode candidates = said.putArray("candidates");
        for (Candidate candidate : decision.candidates()) {
            candidates
                    .addObject()
                    .put("edge", candidate.edge().id())
                    .put("up", candidate.isUp())
                    .put("kilometres", orNull(candidate.kilometres()))
                    .put("millis", orNull(candidate.millis()))
                    .put("measured", candidate.isMeasured());
        }
        return said;
    }

    private static @Nullable Double orNull(OptionalDouble figure) {
        return figure.isPresent() ? figure.getAsDouble() : null;
    }
}
