package edgecraft.origin;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a viewer gets of an object.
 *
 * @param status 200, 206, 304, 412 or 416
 * @param first the position of the first byte to send
 * @param count how many bytes to send, if any are sent
 */
record Plan(int status, long first, long count) {

    /**
     * Makes a plan.
     *
     * @param viewer gives the fields of the request
     */
    static Plan of(Function<String, Optional<String>> viewer, Meta object) {
        if (!isRightOne(viewer, object)) {
            return new Plan(412, 0, 0);
        }
        if (isKnown(viewer, object)) {
            return new Plan(304, 0, 0);
        }
        Optional<String> range = viewer.apply("Range")
                .filter(any -> viewer.apply("If-Range")
                        .map(validator -> isExactly(validator, object))
                        .orElse(true));
        return range.flatMap(text -> Slice.plan(text, object.length())).orElse(new Plan(200, 0, object.length()));
    }

    private static boolean isRightOne(Function<String, Optional<String>> viewer, Meta object) {
        Optional<String> tags = viewer.apply("If-Match");
        if (tags.isPresent()) {
            return Tags.in(tags.get()).includeStrongly(object.tag());
        }
        Optional<Instant> date = viewer.apply("If-Unmodified-Since").flatMap(HttpDate::parse);
        return date.isEmpty() || !object.modified().isAfter(date.get());
    }

    private static boolean isKnown(Function<String, Optional<String>> viewer, Meta object) {
        Optional<String> tags = viewer.apply("If-None-Match");
        if (tags.isPresent()) {
            return Tags.in(tags.get()).include(object.tag());
        }
        Optional<Instant> date = viewer.apply("If-Modified-Since").flatMap(HttpDate::parse);
        return date.isPresent() && !object.modified().isAfter(date.get());
    }

    private static boolean isExactly(String validator, Meta object) {
        return validator.equals(object.tag())
                || HttpDate.parse(validator).map(object.modified()::equals).orElse(false);
    }
}
