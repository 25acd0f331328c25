package edgecraft.access.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Two texts line by line, as wide as a report is. */
final class SideBySide {

    private static final int WIDTH = 46;

    private SideBySide() {}

    /**
     * A table of two columns. Lines that differ have a mark between them; long ones are folded.
     *
     * @param left the first column's head
     * @param right the second one's
     */
    static String of(String left, String one, String right, String other) {
        List<String> rows = new ArrayList<>();
        rows.add(row(left, " ", right));
        List<String> ones = lines(one);
        List<String> others = lines(other);
        for (int i = 0; i < Math.max(ones.size(), others.size()); i++) {
            String here = i < ones.size() ? ones.get(i) : "";
            String there = i < others.size() ? others.get(i) : "";
            boolean isSame = here.equals(there) && (i < ones.size()) == (i < others.size());
            rows.addAll(rows(here, isSame ? " " : "\u2260", there));
        }
        return rows.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    private static List<String> rows(String one, String mark, String other) {
        List<String> ones = folded(one);
        List<String> others = folded(other);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(ones.size(), others.size()); i++) {
            rows.add(row(
                    i < ones.size() ? ones.get(i) : "", i == 0 ? mark : " ", i < others.size() ? others.get(i) : ""));
        }
        return rows;
    }

    private static String row(String one, String mark, String other) {
        return "  " + one + " ".repeat(WIDTH - one.length()) + " " + mark + " " + other;
    }

    private static List<String> folded(String line) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < line.length(); at += WIDTH) {
            parts.add(line.substring(at, Math.min(line.length(), at + WIDTH)));
        }
        return parts.isEmpty() ? List.of("") : parts;
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r?\n", -1));
    }
}
