package edgecraft.access;

import edgecraft.kit.Todo;

/** Step 4.1: the path of an object in the one spelling that is sent and signed. */
final class S3Path {

    private S3Path() {}

    /**
     * A path, decoded once and encoded once: letters, digits, {@code -._~} and {@code /} stand for themselves, and every other
     * byte is a percent sign and two upper-case hex digits. Slashes and dots stay as many as they are.
     *
     * @param path as a viewer sent it: {@code /caf%c3%a9/%61!}
     * @throws IllegalArgumentException if a percent sign has not two hex digits after it
     */
    static String canonical(String path) {
        throw new Todo("4.1", "the path that is sent and signed");
    }

    /**
     * A path, decoded once, as text.
     *
     * @throws IllegalArgumentException if a percent sign has not two hex digits after it
     */
    static String decoded(String path) {
        throw new Todo("4.4", "what a path means");
    }
}
