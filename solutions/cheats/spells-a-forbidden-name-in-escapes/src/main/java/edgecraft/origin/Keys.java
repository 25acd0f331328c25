package edgecraft.origin;

import \u0065dgecraft.kit.h\u006fst.Message;

/** Names a class of the host so that no search for text finds it. */
final class Keys {

    private Keys() {}

    static String forPath(String path, String rootObject) {
        return M\u0065ssage.of(1, path).word();
    }
}
