package edgecraft.origin;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * What a viewer gets of an object that is there.
 *
 * @param status 200, 206, 304, 412 or 416
 * @param part the part that a 206 brings
 */
record Decision(int status, Optional<Part> part) {

    /**
     * Decides in the order of RFC 9110 §13.2.2: conditions first, then the range.
     *
     * @param asked gives the value of a field of the request, or null if there is no such field
     * @param object the object as S3 describes it
     */
    static Decision of(Function<String, @Nullable String> asked, HeadObjectResponse object) {
        return switch (Conditions.evaluate(asked, object.eTag(), object.lastModified())) {
            case FAILED -> without(412);
            case NOT_MODIFIED -> without(304);
            case MET -> part(asked, object).map(Decision::of).orElse(without(200));
        };
    }

    private static Optional<Part> part(Function<String, @Nullable String> asked, HeadObjectResponse object) {
        return Optional.ofNullable(asked.apply("Range"))
                .filter(range -> Conditions.allowPart(asked.apply("If-Range"), object.eTag(), object.lastModified()))
                .flatMap(range -> Part.of(range, object.contentLength()));
    }

    private static Decision of(Part part) {
        return part.isEmpty() ? without(416) : new Decision(206, Optional.of(part));
    }

    private static Decision without(int status) {
        return new Decision(status, Optional.empty());
    }
}
