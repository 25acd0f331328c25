package edgecraft.access;

import edgecraft.kit.AccessRule;
import edgecraft.kit.Todo;
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
        throw new Todo("4.4", "which group has to have signed");
    }

    /** Whether a path, as sent, stays where it seems to be: no segment of it is {@code .} or {@code ..}, however spelled. */
    static boolean isClear(String path) {
        throw new Todo("4.8", "whether a path stays where it seems to be");
    }
}
