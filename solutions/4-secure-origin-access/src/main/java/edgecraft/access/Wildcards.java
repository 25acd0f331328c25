package edgecraft.access;

import java.util.Arrays;

/** Steps 4.4 and 4.8: patterns in which {@code *} stands for any characters and {@code ?} for one. */
final class Wildcards {

    private Wildcards() {}

    /** Whether a pattern is about a text. Takes no longer than the product of their lengths. */
    static boolean match(String pattern, String text) {
        return match(pattern.codePoints().toArray(), text.codePoints().toArray());
    }

    /** Of characters: a {@code char} may be half of one, and a question mark would not be about the whole. */
    private static boolean match(int[] pattern, int[] text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int swallowed = 0;
        while (t < text.length) {
            if (p < pattern.length && pattern[p] == '*') {
                star = p++;
                swallowed = t;
            } else if (p < pattern.length && (pattern[p] == '?' || pattern[p] == text[t])) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++swallowed;
            } else {
                return false;
            }
        }
        return Arrays.stream(pattern).skip(p).allMatch(c -> c == '*');
    }
}
