package edgecraft.access;

import edgecraft.kit.Todo;

/** Steps 4.4 and 4.8: patterns in which {@code *} stands for any characters and {@code ?} for one. */
final class Wildcards {

    private Wildcards() {}

    /** Whether a pattern is about a text. Takes no longer than the product of their lengths. */
    static boolean match(String pattern, String text) {
        throw new Todo("4.4", "match a pattern");
    }
}
