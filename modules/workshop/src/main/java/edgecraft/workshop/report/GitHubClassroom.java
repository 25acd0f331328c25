package edgecraft.workshop.report;

import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.StepResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What GitHub Classroom's reporter takes from a runner: JSON in base64. Its console has counted tests that passed, its
 * gradebook adds up their scores; both come to the same because every point of the core is a test of its own that is worth
 * one. The bonus has no place there.
 */
final class GitHubClassroom {

    private GitHubClassroom() {}

    static String of(List<ModuleResult> results) {
        Map<String, Object> json = new LinkedHashMap<>();
        Totals totals = Totals.of(results);
        json.put("version", 1);
        json.put("status", status(totals));
        // The reporter publishes nothing for a runner whose most points are none.
        json.put("max_score", totals.broken() ? 0 : totals.maxPoints());
        json.put("tests", totals.broken() ? List.of(broken()) : tests(results));
        return Base64.getEncoder().encodeToString(Json.line(json).getBytes(StandardCharsets.UTF_8));
    }

    private static String status(Totals totals) {
        if (totals.broken()) {
            return "error";
        }
        return totals.points() == totals.maxPoints() ? "pass" : "fail";
    }

    private static Map<String, Object> broken() {
        return test("No score", "error", "Something failed that is not the learner's code. Run this again.");
    }

    private static List<Map<String, Object>> tests(List<ModuleResult> results) {
        List<Map<String, Object>> tests = new ArrayList<>();
        for (ModuleResult result : results) {
            String errors =
                    Beginning.of(Style.harmless(String.join("\n", result.compileErrors())), Beginning.PARAGRAPH);
            for (StepResult step : result.allSteps()) {
                if (!step.bonus()) {
                    tests.addAll(points(step, result.compiled() ? StepText.inShort(step) : errors));
                }
            }
        }
        return tests;
    }

    /** A test a point; the first one that is missing tells why. */
    private static List<Map<String, Object>> points(StepResult step, String why) {
        List<Map<String, Object>> tests = new ArrayList<>();
        for (int point = 1; point <= step.maxPoints(); point++) {
            String name = step.step().name() + ": point " + point + " of " + step.maxPoints();
            tests.add(test(name, point <= step.points() ? "pass" : "fail", point == step.points() + 1 ? why : ""));
        }
        return tests;
    }

    private static Map<String, Object> test(String name, String status, String message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("status", status);
        json.put("score", status.equals("pass") ? 1 : 0);
        json.put("message", message);
        json.put("test_code", "");
        json.put("line_no", 0);
        return json;
    }
}
