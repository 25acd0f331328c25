package edgecraft.workshop.report;

import edgecraft.workshop.Version;
import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.StepResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Our own format, with all that is known but the conversations. {@code edgecraft/report.schema.json} describes it. Where
 * something is broken, points are null.
 */
final class ReportJson {

    private static final int VERSION = 1;

    private ReportJson() {}

    /** One module. */
    static Map<String, @Nullable Object> module(ModuleResult result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put("edgecraft", Version.number());
        json.put("module", result.module().module());
        json.put("seed", result.seed());
        json.put("bucket", result.bucket());
        json.put("sandbox", result.sandbox());
        putPoints(json, Totals.of(List.of(result)));
        boolean broken = result.broken();
        json.put(
                "steps", result.steps().stream().map(step -> step(step, broken)).toList());
        json.put("compileErrors", harmless(result.compileErrors()));
        json.put("notes", harmless(result.notes()));
        return json;
    }

    /** All of them, and the sums. */
    static Map<String, @Nullable Object> total(List<ModuleResult> results) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Totals totals = Totals.of(results);
        json.put("version", VERSION);
        json.put("edgecraft", Version.number());
        json.put("bucket", totals.bucket());
        putPoints(json, totals);
        json.put("modules", results.stream().map(ReportJson::module).toList());
        return json;
    }

    private static void putPoints(Map<String, @Nullable Object> json, Totals totals) {
        json.put("points", totals.broken() ? null : totals.points());
        json.put("maxPoints", totals.maxPoints());
        json.put("bonus", totals.broken() ? null : totals.bonus());
        json.put("maxBonus", totals.maxBonus());
    }

    private static Map<String, @Nullable Object> step(StepResult step, boolean broken) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", step.step().id());
        json.put("title", step.step().title());
        json.put("bonus", step.bonus());
        json.put("points", broken ? null : step.points());
        json.put("maxPoints", step.maxPoints());
        json.put("checks", step.checks().stream().map(ReportJson::check).toList());
        return json;
    }

    private static Map<String, Object> check(CheckResult check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", check.id());
        json.put("title", check.title());
        json.put("verdict", check.verdict().word());
        json.put("reference", check.reference());
        json.put("millis", check.millis());
        return json;
    }

    private static List<String> harmless(List<String> texts) {
        return texts.stream()
                .map(text -> Beginning.of(Style.harmless(text), Beginning.PARAGRAPH))
                .toList();
    }
}
