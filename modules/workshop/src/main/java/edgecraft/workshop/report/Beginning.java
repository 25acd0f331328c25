package edgecraft.workshop.report;

/** As much of a text as fits: what learners' code prints and answers has no end of its own. */
final class Beginning {

    /** Enough for a compile error or a message. */
    static final int PARAGRAPH = 4_000;

    /** Enough for a step with all that was said in its checks. */
    static final int PAGES = 20_000;

    /** Enough for one check with its whole conversation. */
    static final int BOOK = 200_000;

    private Beginning() {}

    /**
     * The text, or its beginning and how much follows.
     *
     * @param most how many characters of it are told
     */
    static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "… (%,d more characters)".formatted(text.length() - end);
    }
}
