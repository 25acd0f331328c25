package edgecraft.origin;

import edgecraft.kit.Todo;

/** Decides which object a path asks for. */
final class Keys {

    private Keys() {}

    /**
     * The key that a path asks for.
     *
     * <p>Step 1.1: the path without its first slash. {@code /photos/cat.jpg} asks for {@code photos/cat.jpg}.
     *
     * <p>Step 1.2: the path {@code /} asks for the root object. No other path does, {@code /docs/} included.
     *
     * <p>Step 1.8: a path is percent-encoded, a key is not. {@code /a%20b} asks for {@code a b}, and {@code /a+b} for
     * {@code a+b}. What can't be decoded is the key of no object.
     *
     * @param path the path of a request target, without the query; it begins with a slash
     * @param rootObject the key of the root object
     */
    static String forPath(String path, String rootObject) {
        if (path.equals("/")) {
            throw new Todo("1.2", "Keys.forPath: the root object for the path /");
        }
        throw new Todo("1.1", "Keys.forPath: the key that a path asks for");
    }
}
