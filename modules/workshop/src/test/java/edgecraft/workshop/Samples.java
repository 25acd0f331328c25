package edgecraft.workshop;

import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.ModuleSpec.StepSpec;
import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** A module that is not there, and results of it. */
public final class Samples {

    private Samples() {}

    /** Two core steps of 10 and 5 points, one bonus step of 7. */
    public static ModuleSpec module() {
        return new ModuleSpec(
                1,
                "9-sample",
                "Sample",
                "edgecraft.sample",
                "edgecraft.sample.Sample",
                "edgecraft.kit.OriginSettings",
                "edgecraft.sample.checks.SampleScene",
                true,
                List.of("Given.java"),
                List.of(),
                List.of("words.txt"),
                List.of(),
                List.of(
                        new StepSpec(
                                "9.1", "First things", false, 10, List.of("9.1/first"), List.of("first", "second")),
                        new StepSpec("9.2", "Then", false, 5, List.of("9.1/first"), List.of("third")),
                        new StepSpec("9.3", "More", true, 7, List.of(), List.of("extra"))));
    }

    /** A module whose checks have no bucket, and no checks either. */
    public static ModuleSpec withoutBucket() {
        return new ModuleSpec(
                1,
                "8-dry",
                "Dry",
                "edgecraft.dry",
                "edgecraft.dry.Dry",
                "edgecraft.kit.EdgeSettings",
                "edgecraft.dry.checks.DryScene",
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    public static Course course() {
        return Course.of(List.of(module()));
    }

    /** A result with these verdicts, in the order of the module's checks. */
    public static ModuleResult result(Verdict first, Verdict second, Verdict third, Verdict extra) {
        List<CheckResult> checks = Stream.of(
                        check("9.1/first", first),
                        check("9.1/second", second),
                        check("9.2/third", third),
                        check("9.3/extra", extra))
                .toList();
        return new ModuleResult(module(), 42, "embedded", "none", checks, List.of(), List.of());
    }

    /** A result of code that does not compile. */
    public static ModuleResult notCompiled(List<String> errors, List<String> notes) {
        return new ModuleResult(module(), 42, "embedded", "none", List.of(), errors, notes);
    }

    private static CheckResult check(String id, Verdict verdict) {
        String message = verdict == Verdict.PASSED ? "" : "expected <this> & \u001b[31mthat\uFFFF";
        return new CheckResult(
                id, "claim of " + id, "RFC 9110 §8", verdict, 12, message, List.of(), null, List.of(), null);
    }
}
