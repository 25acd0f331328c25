package edgecraft.workshop.report;

import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.StepResult;
import java.util.List;

/** A result in Markdown, for the summary of a GitHub workflow and for whoever reads the report by hand. */
final class StepSummary {

    private final StringBuilder text = new StringBuilder();

    private StepSummary() {}

    static String of(List<ModuleResult> results) {
        StepSummary summary = new StepSummary();
        summary.total(results);
        results.forEach(summary::module);
        return summary.text.toString();
    }

    private void total(List<ModuleResult> results) {
        Totals totals = Totals.of(results);
        line(
                totals.broken()
                        ? "## No score\n\nSomething failed that is not the learner's code: run this again."
                        : "## " + totals.text());
    }

    private void module(ModuleResult result) {
        line("");
        line("### "
                + Markdown.plain(
                        result.module().module() + " " + result.module().title()));
        line("");
        line("Seed " + result.seed() + ", bucket " + result.bucket() + ", sandbox " + result.sandbox() + ".");
        result.notes().forEach(note -> line("\n> " + Markdown.plain(note)));
        line("");
        if (result.compiled()) {
            table(result);
        } else {
            line("The code does not compile; nothing was checked.");
            line("");
            line(Markdown.block(Beginning.of(String.join("\n", result.compileErrors()), Beginning.PAGES)));
        }
    }

    private void table(ModuleResult result) {
        line("| step | checks passed | points |");
        line("| --- | ---: | ---: |");
        List<StepResult> steps = result.allSteps();
        for (StepResult step : steps) {
            line("| %s%s | %d of %d | %s of %d |"
                    .formatted(
                            Markdown.plain(step.step().name()),
                            step.bonus() ? " (bonus)" : "",
                            step.passed(),
                            step.step().checks().size(),
                            result.broken() ? "–" : step.points(),
                            step.maxPoints()));
        }
        steps.stream().filter(step -> !step.checks().isEmpty() && !step.done()).forEach(this::details);
    }

    private void details(StepResult step) {
        line("");
        line("<details><summary>" + Markdown.plain(step.step().name()) + "</summary>");
        line("");
        line(Markdown.block(StepText.inFull(step)));
        line("</details>");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
