package edgecraft.access;

import org.jspecify.annotations.Nullable;

/**
 * Step 4.8: which URLs a custom policy is about. A wildcard stands only for what is in its own section: scheme, host, path or
 * query; but one that ends the host or the path stands for all that follows as well.
 *
 * @param text as the policy has it, for example {@code http://*.example.org/films/*}; {@code *} alone is about all
 */
record ResourcePattern(String text) {

    /**
     * Whether the policy is about this target.
     *
     * @throws IllegalArgumentException if the target has a percent sign without two hex digits
     */
    boolean covers(Target target) {
        if (!Rules.isClear(target.path())) {
            return text.equals(target.url());
        }
        if (text.equals("*")) {
            return true;
        }
        int scheme = text.indexOf("://");
        if (scheme < 0 || !Wildcards.match(text.substring(0, scheme), "http")) {
            return false;
        }
        String rest = text.substring(scheme + 3);
        int slash = rest.indexOf('/');
        if (slash < 0) {
            return rest.endsWith("*") && Wildcards.match(rest, target.host());
        }
        return Wildcards.match(rest.substring(0, slash), target.host())
                && coversPath(rest.substring(slash), target.path(), target.query());
    }

    private static boolean coversPath(String pattern, String path, @Nullable String query) {
        int escaped = pattern.indexOf("\\?");
        if (escaped < 0 && (query == null || pattern.endsWith("*")) && Wildcards.match(pattern, path)) {
            return true;
        }
        if (query == null) {
            return false;
        }
        if (escaped >= 0
                && Wildcards.match(pattern.substring(0, escaped), path)
                && Wildcards.match(pattern.substring(escaped + 2), query)) {
            return true;
        }
        // Every plain question mark may be the one that begins the query.
        boolean[] paths = prefixes(pattern, path);
        boolean[] queries = prefixes(reversed(pattern), reversed(query));
        int last = escaped < 0 ? pattern.length() : escaped;
        for (int i = 0; i < last; i++) {
            if (pattern.charAt(i) == '?' && paths[i] && queries[pattern.length() - i - 1]) {
                return true;
            }
        }
        return false;
    }

    /** For each length, whether so much of the pattern matches all of the text. */
    private static boolean[] prefixes(String pattern, String text) {
        boolean[] row = new boolean[pattern.length() + 1];
        row[0] = true;
        for (int p = 1; p <= pattern.length() && pattern.charAt(p - 1) == '*'; p++) {
            row[p] = true;
        }
        for (int t = 0; t < text.length(); t++) {
            boolean[] next = new boolean[row.length];
            for (int p = 1; p < row.length; p++) {
                char c = pattern.charAt(p - 1);
                next[p] = c == '*' ? next[p - 1] || row[p] : (c == '?' || c == text.charAt(t)) && row[p - 1];
            }
            row = next;
        }
        return row;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
