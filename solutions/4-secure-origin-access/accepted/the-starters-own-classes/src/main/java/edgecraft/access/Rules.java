package edgecraft.access;

import edgecraft.kit.AccessRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

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
        String decoded = S3Path.decoded(path);
        Optional<String> group = first(decoded);
        if (!group.equals(first(tidied(decoded)))) {
            throw new Refusal("This path can be taken for another.");
        }
        return group;
    }

    /** Whether a path, as sent, stays where it seems to be: no segment of it is {@code .} or {@code ..}, however spelled. */
    static boolean isClear(String path) {
        for (String segment : S3Path.decoded(path).replace('\\', '/').split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> first(String decoded) throws Refusal {
        for (AccessRule rule : rules) {
            if (Wildcards.match(rule.pattern(), decoded)) {
                return Optional.ofNullable(rule.keyGroup());
            }
        }
        throw new Refusal("There is nothing for you here.");
    }

    private static String tidied(String decoded) {
        Deque<String> segments = new ArrayDeque<>();
        boolean directory = true;
        for (String segment : decoded.replace('\\', '/').split("/", -1)) {
            directory = segment.isEmpty() || segment.equals(".") || segment.equals("..");
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!directory) {
                segments.addLast(segment);
            }
        }
        String path = "/" + String.join("/", segments);
        return directory && !segments.isEmpty() ? path + "/" : path;
    }
}
