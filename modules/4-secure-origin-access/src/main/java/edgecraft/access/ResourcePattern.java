package edgecraft.access;

import edgecraft.kit.Todo;

/**
 * Step 4.8: which URLs a custom policy is about. A wildcard stands only for what is in its own section: scheme, host, path or
 * query; but a star that ends the whole pattern stands for all that follows as well.
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
        throw new Todo("4.8", "whether a pattern is about a URL");
    }
}
