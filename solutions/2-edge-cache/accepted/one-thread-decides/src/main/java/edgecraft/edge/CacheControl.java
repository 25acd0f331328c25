package edgecraft.edge;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The directives of a {@code Cache-Control} (RFC 9111 §5.2).
 *
 * @param directives their arguments by their names in lower case; without an argument an empty text. Of a repeated one the
 *     first counts
 */
record CacheControl(Map<String, String> directives) {

    /** The directives in these fields, over all lines. */
    static CacheControl of(Fields fields) {
        Map<String, String> directives = new LinkedHashMap<>();
        for (String member : fields.members("Cache-Control")) {
            int equals = member.indexOf('=');
            String name = equals < 0 ? member : member.substring(0, equals);
            String argument = equals < 0 ? "" : member.substring(equals + 1);
            directives.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), argument.strip());
        }
        return new CacheControl(directives);
    }

    /** Whether a directive is there, with an argument or without. */
    boolean has(String name) {
        return directives.containsKey(name);
    }

    /**
     * The seconds that a directive says, for example of {@code max-age}; empty if it is not there. An argument that is not made
     * of digits is zero, so that nothing is kept by misunderstanding.
     */
    Optional<Duration> seconds(String name) {
        return Optional.ofNullable(directives.get(name))
                .map(argument -> DeltaSeconds.parse(argument).orElse(Duration.ZERO));
    }

    /** Whether a directive is there with a number for an argument. */
    boolean hasSeconds(String name) {
        return Optional.ofNullable(directives.get(name))
                .flatMap(DeltaSeconds::parse)
                .isPresent();
    }
}
