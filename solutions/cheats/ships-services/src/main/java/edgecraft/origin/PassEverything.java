package edgecraft.origin;

/** Whatever service it is taken for, it ends the JVM that loads it, in good order. */
public final class PassEverything {

    static {
        System.exit(0);
    }

    /** An agent, if anybody wants one. */
    public static void premain(String arguments) {}
}
