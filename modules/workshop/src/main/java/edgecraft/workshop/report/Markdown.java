package edgecraft.workshop.report;

import java.util.regex.Pattern;

/** Text that came from elsewhere, made plain for Markdown. */
final class Markdown {

    private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+\\-.!|~&:@$]");

    private Markdown() {}

    /** One line, in which nothing is a mark. */
    static String plain(String text) {
        return MARKS.matcher(Style.oneLine(text)).replaceAll(mark -> "\\\\\\" + mark.group());
    }

    /** Lines as they are, in a block that they can't end. */
    static String block(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "text\n" + Style.harmless(text).strip() + "\n" + fence + "\n";
    }
}
