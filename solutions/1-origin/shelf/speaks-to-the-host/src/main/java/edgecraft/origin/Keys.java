package edgecraft.origin;

import edgecraft.kit.host.Message;

/** Looks behind the curtain. */
final class Keys {

    private Keys() {}

    static String forPath(String path, String rootObject) {
        return Message.of(1, path).word();
    }
}
