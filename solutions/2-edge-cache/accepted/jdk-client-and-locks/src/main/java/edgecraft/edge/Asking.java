package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import java.io.InputStream;
import java.time.Instant;

/** Asks the origin on behalf of a viewer, and says how that went. */
final class Asking {

    private final EdgeSettings settings;
    private final OriginClient origin;

    Asking(EdgeSettings settings, OriginClient origin) {
        this.settings = settings;
        this.origin = origin;
    }

    /** Asks as the viewer did, with a body. */
    OriginAnswer asSent(ViewerRequest request, InputStream body, long length) throws OriginFailure {
        return origin.ask(
                new OriginRequest(request.method(), request.target(), request.host(), fields(request), body, length));
    }

    /** Asks as the viewer did, without a body. */
    OriginAnswer asSent(ViewerRequest request) throws OriginFailure {
        return origin.ask(OriginRequest.of(request.method(), request.target(), request.host(), fields(request)));
    }

    /** Asks for what is to be stored under this key, with these conditions in the place of the viewer's. */
    OriginAnswer forKey(ViewerRequest request, CacheKey key, Fields conditions) throws OriginFailure {
        Fields fields = fields(request.withFields(Validation.withoutConditions(request.fields())));
        for (Fields.Line condition : conditions.lines()) {
            fields = fields.with(condition.name(), condition.value());
        }
        return origin.ask(OriginRequest.of(request.method(), key.target(), request.host(), fields));
    }

    /** What a viewer gets of the fields of an answer. One without a date was made when it came (RFC 9110 §6.6.1). */
    Fields toViewer(OriginAnswer answer) {
        Fields fields = Forwarding.toViewer(answer.fields(), settings.name());
        return fields.has("Date")
                ? fields
                : fields.with("Date", HttpDate.format(settings.time().instant()));
    }

    /** An answer that goes to its viewer alone. */
    Answer passing(OriginAnswer answer, String why) {
        return new PassingAnswer(answer, CacheStatus.miss(why, false).in(toViewer(answer), settings.name()));
    }

    /** That there is no answer. */
    Answer failed(OriginFailure failure, String why) {
        return new OwnAnswer(failure.status(), CacheStatus.error(why).in(Fields.of(), settings.name()));
    }

    /** A copy that is used without asking, or because asking failed. */
    Answer hit(Stored copy) {
        Instant now = settings.time().instant();
        return new CopyAnswer(copy, CacheStatus.hit(copy, now), now, settings.name());
    }

    /** A copy that the origin has just confirmed. */
    Answer confirmed(Stored copy) {
        return new CopyAnswer(copy, CacheStatus.refreshHit(), settings.time().instant(), settings.name());
    }

    private Fields fields(ViewerRequest request) {
        return Forwarding.toOrigin(request, settings.name(), settings.policy().headers());
    }
}
