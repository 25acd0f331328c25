package edgecraft.workshop.cli;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.WholeFile;
import edgecraft.workshop.grade.Gradebook;
import edgecraft.workshop.grade.Graded;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.report.ConsoleReport;
import edgecraft.workshop.report.Disclosure;
import edgecraft.workshop.report.ReportFiles;
import edgecraft.workshop.report.Totals;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what came of submissions, on the terminal and in files.
 *
 * @param terminal where people read
 * @param root of the clone; file names are told relative to it
 * @param disclosure how much of the results is told
 * @param directory where result files go, if they are wanted
 */
record GradeReport(
        Terminal terminal,
        Path root,
        Disclosure disclosure,
        @Nullable Path directory) {

    /**
     * Tells everything of the only submission.
     *
     * @throws Misuse if it was refused
     */
    void alone(Graded graded) {
        if (!graded.refusal().isEmpty()) {
            throw new Misuse(graded.refusal());
        }
        ConsoleReport console = new ConsoleReport(terminal.out(), terminal.style(), root, disclosure);
        graded.results().forEach(console::print);
        terminal.out().println(summary(graded));
        if (directory != null) {
            write(graded.results(), directory);
        }
    }

    /** Tells a line of the last of several, writes its files, and the gradebook of all up to now. */
    void latest(List<Graded> graded) {
        Graded last = graded.get(graded.size() - 1);
        terminal.out().println(Gradebook.line(last));
        if (directory != null) {
            write(last.results(), directory.resolve(last.name()));
            WholeFile.write(directory.resolve("gradebook.csv"), new Gradebook(graded).csv());
        }
    }

    private static void write(List<ModuleResult> results, Path directory) {
        if (!results.isEmpty()) {
            new ReportFiles(directory).write(results);
        }
    }

    private static String summary(Graded graded) {
        return graded.scored()
                ? Totals.of(graded.results()).text()
                : "No score: something failed that is not the learner's code (marked !).";
    }
}
