package edgecraft.workshop.report;

import edgecraft.fixtures.Conversation.Entry;
import edgecraft.fixtures.Conversation.Exchange;
import edgecraft.fixtures.Conversation.Finding;
import edgecraft.fixtures.Conversation.Note;
import edgecraft.workshop.judge.CheckResult;
import java.util.ArrayList;
import java.util.List;

/** A conversation as lines: who asked whom for what, and what came back, one under the other. */
public final class ConversationText {

    private static final int NAMES = 16;
    private static final int REQUEST = 34;

    private final List<String> lines = new ArrayList<>();
    private final int names;

    private ConversationText(int names) {
        this.names = names;
    }

    /** The lines of a timeline. */
    public static List<String> lines(List<Entry> conversation) {
        int widest = conversation.stream()
                .mapToInt(entry -> names(entry).length())
                .max()
                .orElse(0);
        ConversationText text = new ConversationText(Math.max(NAMES, widest));
        text.add(conversation);
        return text.lines;
    }

    private static String names(Entry entry) {
        if (entry instanceof Exchange exchange) {
            return exchange.from() + " → " + exchange.to();
        }
        return entry instanceof Note note ? note.who() : "";
    }

    private void add(List<Entry> conversation) {
        int same = 0;
        for (int i = 0; i < conversation.size(); i++) {
            Entry entry = conversation.get(i);
            if (i > 0 && entry.equals(conversation.get(i - 1))) {
                same++;
                continue;
            }
            addRepetitions(same);
            same = 0;
            if (entry instanceof Exchange exchange) {
                addExchange(exchange);
            } else if (entry instanceof Note note) {
                lines.add(column(names(note), names) + "  " + note.text());
            } else if (entry instanceof Finding finding) {
                lines.add(finding.text());
            }
        }
        addRepetitions(same);
    }

    /** A failed check's timeline, and what was expected of it. */
    static String of(CheckResult check) {
        List<String> lines = new ArrayList<>(lines(check.conversation()));
        lines.add(check.message());
        return String.join("\n", lines);
    }

    private void addRepetitions(int same) {
        if (same > 0) {
            lines.add(" ".repeat(names + 2) + (same == 1 ? "and once more" : "and " + same + " times more")
                    + ", the same");
        }
    }

    private void addExchange(Exchange exchange) {
        String request = column(exchange.method() + " " + exchange.target(), REQUEST);
        lines.add(column(names(exchange), names) + "  " + request + "  " + exchange.status());
        exchange.notes().forEach(note -> lines.add(" ".repeat(names + 4) + note));
    }

    private static String column(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
