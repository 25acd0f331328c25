package edgecraft.edge.checks;

/**
 * A page of a known length.
 *
 * @param target where it is
 * @param bytes how many bytes its text has, from {@link #LEAST} to {@link #MOST}
 */
record SizedPage(String target, int bytes) {

    static final int LEAST = 1024;
    static final int MOST = 8 * 1024;

    /** What it says: the same for every viewer, and nothing that another page says. */
    String text() {
        return (target + " ").repeat(bytes / (target.length() + 1) + 1).substring(0, bytes);
    }

    /** The same page with another text: a short one is long now, and the other way round. */
    SizedPage rewritten() {
        return new SizedPage(target, LEAST + MOST - bytes);
    }
}
