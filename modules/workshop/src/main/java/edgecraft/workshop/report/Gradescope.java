package edgecraft.workshop.report;

import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.StepResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code results.json} of Gradescope, a test a step. The score is that of the core; steps of the bonus are shown without
 * a score, and counted in {@code extra_data}. Where something is broken there is neither score nor test, which Gradescope
 * takes for a failure of the autograder.
 */
final class Gradescope {

    private static final String AGAIN =
            "No score: something failed that is not your code. Your instructor can run this again.";

    private Gradescope() {}

    static String of(List<ModuleResult> results) {
        Map<String, Object> json = new LinkedHashMap<>();
        Totals totals = Totals.of(results);
        if (!totals.broken()) {
            json.put("score", totals.points());
        }
        json.put("output", totals.broken() ? AGAIN : output(results, totals));
        json.put("output_format", "text");
        json.put("stdout_visibility", "hidden");
        if (!totals.broken()) {
            json.put(
                    "tests",
                    results.stream()
                            .flatMap(result -> result.allSteps().stream())
                            .map(Gradescope::test)
                            .toList());
            json.put("extra_data", Map.of("bonus", totals.bonus(), "max_bonus", totals.maxBonus()));
        }
        return Json.file(json);
    }

    private static String output(List<ModuleResult> results, Totals totals) {
        StringBuilder text = new StringBuilder(totals.text()).append('\n');
        for (ModuleResult result : results) {
            if (!result.compiled()) {
                text.append(result.module().module()).append(" does not compile; nothing was checked\n");
            }
            result.compileErrors().forEach(error -> text.append(error).append('\n'));
            result.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        }
        return Beginning.of(Style.harmless(text.toString()), Beginning.PAGES);
    }

    private static Map<String, Object> test(StepResult step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", step.step().id());
        if (step.bonus()) {
            json.put("name", step.step().title() + " (bonus: %d of %d)".formatted(step.points(), step.maxPoints()));
        } else {
            json.put("name", step.step().title());
            json.put("score", step.points());
            json.put("max_score", step.maxPoints());
        }
        json.put("status", step.done() ? "passed" : "failed");
        json.put("output", StepText.inFull(step));
        json.put("output_format", "text");
        json.put("visibility", "visible");
        return json;
    }
}
