package edgecraft.workshop.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import edgecraft.workshop.Version;
import edgecraft.workshop.WholeFile;
import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.StepResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes results for machines: {@code report.json} and {@code junit.xml} a module, and a total. */
public final class ReportFiles {

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path directory;

    /** @param directory where to write; made if it is not there */
    public ReportFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes everything.
     *
     * @throws edgecraft.workshop.MachineFault if it can't be written
     */
    public void write(List<ModuleResult> results) {
        for (ModuleResult result : results) {
            Path own = directory.resolve(result.module().module());
            write(own.resolve("report.json"), module(result));
            WholeFile.write(own.resolve("junit.xml"), JUnitXml.of(result));
        }
        Totals totals = Totals.of(results);
        Map<String, Object> total = new LinkedHashMap<>();
        total.put("version", VERSION);
        total.put("edgecraft", Version.number());
        total.put("bucket", totals.bucket());
        total.put("points", totals.points());
        total.put("maxPoints", totals.maxPoints());
        total.put("bonus", totals.bonus());
        total.put("maxBonus", totals.maxBonus());
        total.put("modules", results.stream().map(ReportFiles::module).toList());
        write(directory.resolve("report.json"), total);
    }

    private static Map<String, Object> module(ModuleResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put("edgecraft", Version.number());
        json.put("module", result.module().module());
        json.put("seed", result.seed());
        json.put("bucket", result.bucket());
        json.put("sandbox", result.sandbox());
        json.put("points", result.points(false));
        json.put("maxPoints", result.maxPoints(false));
        json.put("bonus", result.points(true));
        json.put("maxBonus", result.maxPoints(true));
        json.put("steps", result.steps().stream().map(ReportFiles::step).toList());
        return json;
    }

    private static Map<String, Object> step(StepResult step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", step.step().id());
        json.put("title", step.step().title());
        json.put("bonus", step.step().bonus());
        json.put("points", step.points());
        json.put("maxPoints", step.step().points());
        json.put("checks", step.checks().stream().map(ReportFiles::check).toList());
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

    private static void write(Path file, Map<String, Object> json) {
        try {
            WholeFile.write(file, JSON.writeValueAsString(json) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
