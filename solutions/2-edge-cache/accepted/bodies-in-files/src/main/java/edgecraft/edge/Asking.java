package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what viewers ask into what the origin is asked. */
final class Asking {

    private final EdgeSettings settings;

    Asking(EdgeSettings settings) {
        this.settings = settings;
    }

    /** The request for the whole of something, or for the news about a copy. */
    OriginRequest forAll(Question question, Optional<Stored> copy) {
        Fields fields = toOrigin(question).without("Range", "If-Range");
        for (Fields.Line line :
                copy.map(Validation::conditions).orElse(Fields.of()).lines()) {
            fields = fields.with(line.name(), line.value());
        }
        return OriginRequest.of(
                "GET", question.key().target(), question.viewer().host(), fields);
    }

    /** The request as the viewer meant it. */
    OriginRequest forOne(Question question, @Nullable InputStream body) {
        ViewerRequest viewer = question.viewer();
        String target = question.isReading() ? question.key().target() : viewer.target();
        return new OriginRequest(viewer.method(), target, viewer.host(), toOrigin(question), body, length(viewer));
    }

    private Fields toOrigin(Question question) {
        return Forwarding.toOrigin(
                question.asked(), settings.name(), settings.policy().headers());
    }

    private static long length(ViewerRequest viewer) {
        return viewer.fields().has("Transfer-Encoding") ? -1 : Lengths.of(viewer.fields());
    }
}
