package edgecraft.access;

import org.jspecify.annotations.Nullable;

/**
 * Step 4.8: which URLs a custom policy is about. A wildcard stands only for what is in its own section: scheme, host, path or
 * query; but a star that ends the whole pattern stands for all that follows as well.
 *
 * @param text as the policy has it, for example {@code http://*.example.org/films/*}; {@code *} alone is about all
 */
record ResourcePattern(String text) {

    private static final String ESCAPED = "\\?";

    /**
     * Whether the policy is about this target.
     *
     * @throws IllegalArgumentException if the target has a percent sign without two hex digits
     */
    boolean covers(Target target) {
        if (text.equals(target.url()) || text.equals("*")) {
            return true;
        }
        int scheme = text.indexOf("://");
        return scheme >= 0
                && Rules.isClear(target.path())
                && Wildcards.match(text.substring(0, scheme), "http")
                && coversAfterScheme(text.substring(scheme + 3), target);
    }

    private static boolean coversAfterScheme(String pattern, Target target) {
        int slash = pattern.indexOf('/');
        if (slash < 0) {
            return pattern.endsWith("*") && Wildcards.match(pattern, target.host());
        }
        return Wildcards.match(pattern.substring(0, slash), target.host())
                && coversAfterHost(pattern.substring(slash), target);
    }

    private static boolean coversAfterHost(String pattern, Target target) {
        int escaped = pattern.indexOf(ESCAPED);
        if (escaped >= 0) {
            return isBoth(pattern.substring(0, escaped), pattern.substring(escaped + ESCAPED.length()), target);
        }
        // Nobody escapes the mark in a URL that is signed as it is: it may be one, or stand for a character.
        int mark = pattern.indexOf('?');
        return isBoth(pattern, null, target)
                || (mark >= 0 && isBoth(pattern.substring(0, mark), pattern.substring(mark + 1), target));
    }

    private static boolean isBoth(String path, @Nullable String query, Target target) {
        return Wildcards.match(path, target.path()) && isQuery(path, query, target.query());
    }

    private static boolean isQuery(String path, @Nullable String pattern, @Nullable String query) {
        if (pattern == null) {
            return query == null || path.endsWith("*");
        }
        return query != null && Wildcards.match(pattern, query);
    }
}
