package edgecraft.edge;

/** Decides what a line of an invalidation is about (CloudFront developer guide: specifying the files to invalidate). */
final class InvalidationPath {

    private InvalidationPath() {}

    /**
     * Whether a path of an invalidation is about this target. Both are compared as sent, byte for byte. A star at the end stands
     * for anything, a query too; anywhere else it is a star.
     *
     * @param path a line of the invalidation, for example {@code /images/*}
     * @param target what the origin was asked for, with its query: {@code /images/cat.jpg?size=2}
     */
    static boolean matches(String path, String target) {
        return path.endsWith("*") ? target.startsWith(path.substring(0, path.length() - 1)) : target.equals(path);
    }
}
