package edgecraft.workshop.report;

import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.StepResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code result.json} of Classroom 50, a test a step of the core. Whose it is stands in the environment of its runner,
 * which also stamps the rest. A run that is broken writes none: there the runner makes an error of that.
 *
 * @param environment of the runner
 * @param now when this was graded
 */
record Classroom50(Map<String, String> environment, Instant now) {

    private static final String SCHEMA = "classroom50/result/v1";

    /** From fields to variables. */
    private static final Map<String, String> IDENTITY = new LinkedHashMap<>();

    static {
        IDENTITY.put("classroom", "CLASSROOM");
        IDENTITY.put("assignment", "ASSIGNMENT");
        IDENTITY.put("submission", "SUBMISSION_TAG");
        IDENTITY.put("commit", "COMMIT_URL");
        IDENTITY.put("release", "RELEASE_URL");
        IDENTITY.put("review", "REVIEW_URL");
    }

    /** The file, if there is a score. */
    Optional<String> of(List<ModuleResult> results) {
        Totals totals = Totals.of(results);
        if (totals.broken()) {
            return Optional.empty();
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        IDENTITY.forEach((field, variable) -> json.put(field, environment.getOrDefault(variable, "")));
        json.put("datetime", now.truncatedTo(ChronoUnit.SECONDS).toString());
        json.put("score", totals.points());
        json.put("max-score", totals.maxPoints());
        json.put(
                "tests",
                results.stream()
                        .flatMap(result -> result.allSteps().stream())
                        .filter(step -> !step.bonus())
                        .map(Classroom50::test)
                        .toList());
        return Optional.of(Json.file(json));
    }

    private static Map<String, Object> test(StepResult step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("test-name", step.step().name());
        json.put("passed", step.done());
        json.put("score", step.points());
        json.put("max-score", step.maxPoints());
        return json;
    }
}
