package edgecraft.workshop.report;

/** Colours on a terminal, nothing in a pipe. */
public enum Style {
    /** For a terminal. */
    COLOUR,
    /** For everything else. */
    PLAIN;

    /** What suits where the output goes: {@code NO_COLOR} in the environment turns colours off. */
    public static Style detect() {
        boolean terminal = Boolean.getBoolean("edgecraft.terminal");
        return terminal && System.getenv("NO_COLOR") == null ? COLOUR : PLAIN;
    }

    public String bold(String text) {
        return sgr("1", text);
    }

    public String dim(String text) {
        return sgr("2", text);
    }

    public String green(String text) {
        return sgr("32", text);
    }

    public String red(String text) {
        return sgr("31", text);
    }

    public String yellow(String text) {
        return sgr("33", text);
    }

    /** Text from a learner's code, made harmless for a terminal: control characters are shown, not obeyed. */
    public static String harmless(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean obeyed = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            if (c == '\n' || c == '\t' || !obeyed) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format("\\x%02x", c));
            }
        });
        return shown.toString();
    }

    /** The same on one line: what pretends to be several is none. */
    public static String oneLine(String text) {
        return harmless(text).replace("\n", "\\x0a");
    }

    private String sgr(String code, String text) {
        return this == COLOUR ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
