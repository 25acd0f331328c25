package edgecraft.workshop.grade;

import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.report.Style;
import edgecraft.workshop.report.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The points of many submissions.
 *
 * @param rows in the order in which they were graded
 */
public record Gradebook(List<Graded> rows) {

    private static final List<String> HEAD =
            List.of("submission", "outcome", "points", "max_points", "bonus", "max_bonus", "modules", "seed", "reason");

    /** As a file for spreadsheets (RFC 4180). No cell is a formula, and what has no score has no points. */
    public String csv() {
        return Stream.concat(Stream.of(HEAD), rows.stream().map(Gradebook::cells))
                .map(cells -> cells.stream().map(Gradebook::quoted).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    /** A line for people. */
    public static String line(Graded graded) {
        String points = graded.scored() ? Totals.of(graded.results()).text() : "no score";
        String reason = graded.reason().isEmpty() ? "" : ": " + Style.oneLine(graded.reason());
        return "%-30s %-13s %s%s".formatted(Style.oneLine(graded.name()), graded.outcome(), points, reason);
    }

    private static List<String> cells(Graded graded) {
        Totals totals = Totals.of(graded.results());
        List<String> cells = new ArrayList<>(List.of(Style.oneLine(graded.name()), graded.outcome()));
        cells.add(graded.scored() ? Integer.toString(totals.points()) : "");
        cells.add(Integer.toString(totals.maxPoints()));
        cells.add(graded.scored() ? Integer.toString(totals.bonus()) : "");
        cells.add(Integer.toString(totals.maxBonus()));
        cells.add(graded.results().stream()
                .map(result -> result.module().module())
                .collect(Collectors.joining(" ")));
        cells.add(graded.results().stream()
                .map(ModuleResult::seed)
                .findFirst()
                .map(String::valueOf)
                .orElse(""));
        cells.add(Style.oneLine(graded.reason()));
        return cells;
    }

    private static String quoted(String cell) {
        String text = !cell.isEmpty() && "=+-@\t".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
