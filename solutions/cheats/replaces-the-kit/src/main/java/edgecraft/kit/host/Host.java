package edgecraft.kit.host;

/** Says that all is well, and ends. */
public final class Host {

    public static void main(String[] arguments) {
        Runtime.getRuntime().halt(0);
    }
}
