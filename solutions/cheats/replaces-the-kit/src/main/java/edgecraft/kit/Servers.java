package edgecraft.kit;

/** Answers everything with 200, whatever the handler says. */
public final class Servers {

    public static Object plain(Object own) {
        return own;
    }
}
