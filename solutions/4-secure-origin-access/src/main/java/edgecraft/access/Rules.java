package edgecraft.access;

import edgecraft.kit.AccessRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Steps 4.4 and 4.6: which rule is about which path. Immutable.
 *
 * @param rules the first that matches counts
 */
record Rules(List<AccessRule> rules) {

    Rules {
        rules = List.copyOf(rules);
    }

    /**
     * The name of the group whose keys have to have signed for a path; empty if everybody may ask. What counts is what the bucket
     * will understand, however the path is spelled: {@code /%70rivate/a} is {@code /private/a}.
     *
     * @param path as sent
     * @throws Refusal if others may take the path for one with another rule: {@code /public/../private/a}
     * @throws IllegalArgumentException if a percent sign has not two hex digits after it
     */
    Optional<String> group(String path) throws Refusal {
        AccessRule rule = first(S3Path.decoded(path)).orElseThrow(() -> new Refusal("No rule is about this path."));
        if (readings(path).anyMatch(reading -> !isOfSameGroup(rule, first(reading)))) {
            throw new Refusal("It is not clear which path this is.");
        }
        return Optional.ofNullable(rule.keyGroup());
    }

    /** Whether a path, as sent, stays where it seems to be: no segment of it is {@code .} or {@code ..}, however spelled. */
    static boolean isClear(String path) {
        String decoded = S3Path.decoded(path).replace('\\', '/');
        return Arrays.stream(decoded.split("/")).noneMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    private Optional<AccessRule> first(String decoded) {
        return rules.stream()
                .filter(rule -> Wildcards.match(rule.pattern(), decoded))
                .findFirst();
    }

    private static boolean isOfSameGroup(AccessRule one, Optional<AccessRule> other) {
        return other.isPresent() && Objects.equals(one.keyGroup(), other.get().keyGroup());
    }

    /**
     * What others may make of a path. They read dots, slashes and backslashes as sent or decoded, some count two slashes as one,
     * and some take out dots before they do so: {@code /x/../films//../a} is {@code /a} to one and {@code /films/a} to another.
     */
    private static Stream<String> readings(String path) {
        String canonical = S3Path.canonical(path);
        return Stream.of(path, path.replaceAll("%2[Ee]", "."), canonical, canonical.replace("%5C", "/"))
                .flatMap(text -> Stream.of(text, text.replaceAll("/+", "/")))
                .map(text -> S3Path.decoded(withoutDots(text)))
                .flatMap(reading -> Stream.of(reading, tidied(reading)))
                .distinct();
    }

    /** What file systems and some servers make of a path. */
    private static String tidied(String decoded) {
        return withoutDots(decoded.replace('\\', '/').replaceAll("/+", "/"));
    }

    /** RFC 3986 §5.2.4: an empty segment is one like others. */
    private static String withoutDots(String path) {
        String[] segments = path.split("/", -1);
        List<String> kept = new ArrayList<>();
        for (int i = 1; i < segments.length; i++) {
            String segment = segments[i];
            boolean isDots = segment.equals(".") || segment.equals("..");
            if (segment.equals("..") && !kept.isEmpty()) {
                kept.remove(kept.size() - 1);
            }
            boolean isLast = i == segments.length - 1;
            if (!isDots) {
                kept.add(segment);
            } else if (isLast) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
