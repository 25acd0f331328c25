package edgecraft.workshop.report;

import edgecraft.fixtures.Conversation.Entry;
import edgecraft.fixtures.Conversation.Exchange;
import edgecraft.fixtures.Conversation.Note;
import edgecraft.workshop.judge.CheckResult;
import java.util.ArrayList;
import java.util.List;

/** A conversation as lines: who asked whom for what, and what came back, one under the other. */
public final class ConversationText {

    private static final int NAMES = 16;
    private static final int REQUEST = 34;

    private ConversationText() {}

    /** The lines of a timeline. */
    public static List<String> lines(List<Entry> conversation) {
        List<String> lines = new ArrayList<>();
        int same = 0;
        for (int i = 0; i < conversation.size(); i++) {
            Entry entry = conversation.get(i);
            if (i > 0 && entry.equals(conversation.get(i - 1))) {
                same++;
                continue;
            }
            addRepetitions(lines, same);
            same = 0;
            if (entry instanceof Exchange exchange) {
                addExchange(lines, exchange);
            } else if (entry instanceof Note note) {
                lines.add(column(note.who(), NAMES) + "  " + note.text());
            }
        }
        addRepetitions(lines, same);
        return lines;
    }

    /** A failed check's timeline, and what was expected of it. */
    static String of(CheckResult check) {
        List<String> lines = new ArrayList<>(lines(check.conversation()));
        lines.add(check.message());
        return String.join("\n", lines);
    }

    private static void addRepetitions(List<String> lines, int same) {
        if (same > 0) {
            lines.add(" ".repeat(NAMES + 2) + (same == 1 ? "and once more" : "and " + same + " times more")
                    + ", the same");
        }
    }

    private static void addExchange(List<String> lines, Exchange exchange) {
        String names = column(exchange.from() + " → " + exchange.to(), NAMES);
        String request = column(exchange.method() + " " + exchange.target(), REQUEST);
        lines.add(names + "  " + request + "  " + exchange.status());
        exchange.notes().forEach(note -> lines.add(" ".repeat(NAMES + 4) + note));
    }

    private static String column(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
