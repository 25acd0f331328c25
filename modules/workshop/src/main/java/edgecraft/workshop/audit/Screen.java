package edgecraft.workshop.audit;

import edgecraft.workshop.proof.Outcome;
import edgecraft.workshop.report.ConsoleReport;
import edgecraft.workshop.report.Style;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Where an audit is watched.
 *
 * @param out where it prints
 * @param style colours or none
 * @param terminal whether a line can be written over
 * @param results whether it also shows what {@code check} would print for each case
 */
public record Screen(PrintWriter out, Style style, boolean terminal, boolean results) {

    Meter meter(int trials, int kept, long left) {
        return new Meter(out, terminal, InstantSource.system(), trials, kept, left);
    }

    void show(Judged judged, Outcome outcome, Path root) {
        out.println();
        out.println(style.bold(judged.entry().id()));
        if (outcome.result() != null) {
            new ConsoleReport(out, style, root).print(outcome.result());
        }
        outcome.said().lines().map(Style::harmless).forEach(out::println);
    }
}
