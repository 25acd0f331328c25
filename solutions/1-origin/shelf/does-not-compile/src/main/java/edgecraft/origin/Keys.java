package edgecraft.origin;

/** Forgets a semicolon, and calls something that is not there. */
final class Keys {

    private Keys() {}

    static String forPath(String path, String rootObject) {
        String key = path.subString(1);
        return key
    }
}
