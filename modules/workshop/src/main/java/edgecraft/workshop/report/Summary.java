package edgecraft.workshop.report;

import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last lines of a check: points, and the one thing to do next. */
public final class Summary {

    private final Style style;

    public Summary(Style style) {
        this.style = style;
    }

    /** The lines for what was asked and what came of it. */
    public List<String> of(List<Selection> selections, List<ModuleResult> results) {
        List<String> lines = new ArrayList<>();
        if (results.stream().anyMatch(ModuleResult::broken)) {
            lines.add(style.yellow("No score: something that is not your code failed (marked !).")
                    + " Run ./workshop doctor, then the same command again.");
            return lines;
        }
        for (int i = 0; i < results.size(); i++) {
            ModuleResult result = results.get(i);
            if (result.compiled() && selections.get(i).isWholeModule()) {
                lines.add(points(result));
            }
        }
        next(results).or(() -> after(selections, results)).ifPresent(lines::addAll);
        return lines;
    }

    private String points(ModuleResult result) {
        return style.bold(
                result.module().module() + ": " + Totals.of(List.of(result)).text());
    }

    private Optional<List<String>> next(List<ModuleResult> results) {
        for (ModuleResult result : results) {
            Optional<CheckResult> failed = result.results().stream()
                    .filter(check -> check.verdict() == Verdict.FAILED)
                    .findFirst();
            if (failed.isPresent()) {
                return Optional.of(next(result, failed.get().id()));
            }
        }
        return Optional.empty();
    }

    /** What follows when all that was asked for passed. */
    private static Optional<List<String>> after(List<Selection> selections, List<ModuleResult> results) {
        if (selections.size() != 1 || !results.get(0).compiled()) {
            return Optional.empty();
        }
        ModuleSpec module = selections.get(0).module();
        if (selections.get(0).isWholeModule()) {
            return Optional.of(List.of("Next: the checkpoint in " + module.directory()
                    + "README.md, and the questions that no check can answer."));
        }
        List<String> asked = selections.get(0).checks();
        int last = module.checkIds().indexOf(asked.get(asked.size() - 1));
        return module.checkIds().stream()
                .skip(last + 1L)
                .findFirst()
                .map(check -> List.of("Next: ./workshop check " + ModuleSpec.stepOf(check)));
    }

    private static List<String> next(ModuleResult result, String check) {
        String step = ModuleSpec.stepOf(check);
        String directory = result.module().directory();
        if (ModuleSpec.isPrivate(step)) {
            return List.of(
                    "Next: make " + check + " pass; it is a check of whoever teaches you.",
                    "  write   " + directory + result.module().packageDirectory() + "/");
        }
        return List.of(
                "Next: make " + check + " pass.",
                "  read    " + directory + "README.md, section " + step,
                "  write   " + directory + result.module().packageDirectory() + "/",
                "  check   ./workshop check " + step + "      (or ./workshop watch: checks at every save)",
                "  stuck   ./workshop hint " + step);
    }
}
