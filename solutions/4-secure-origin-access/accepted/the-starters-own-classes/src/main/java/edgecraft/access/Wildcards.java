package edgecraft.access;

/** Steps 4.4 and 4.8: patterns in which {@code *} stands for any characters and {@code ?} for one. */
final class Wildcards {

    private Wildcards() {}

    /** Whether a pattern is about a text. Takes no longer than the product of their lengths. */
    static boolean match(String pattern, String text) {
        int[] wanted = pattern.codePoints().toArray();
        int[] given = text.codePoints().toArray();
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < given.length) {
            if (p < wanted.length && wanted[p] == '*') {
                star = p++;
                mark = t;
            } else if (p < wanted.length && (wanted[p] == '?' || wanted[p] == given[t])) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < wanted.length && wanted[p] == '*') {
            p++;
        }
        return p == wanted.length;
    }
}
