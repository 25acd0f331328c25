package edgecraft.workshop.judge;

import edgecraft.workshop.course.ModuleSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of checking a module, or a part of it.
 *
 * @param module which
 * @param seed repeats the run's random names and bytes
 * @param bucket {@code embedded}, {@code minio} or {@code none}
 * @param sandbox {@code bubblewrap} or {@code none}
 * @param results of the checks asked for, in order; then of gates that failed although nobody asked for them
 * @param compileErrors why there are no results, as javac says it
 * @param notes what the learner should know besides
 */
public record ModuleResult(
        ModuleSpec module,
        long seed,
        String bucket,
        String sandbox,
        List<CheckResult> results,
        List<String> compileErrors,
        List<String> notes) {

    /** The same with more notes, after its own. */
    public ModuleResult noting(List<String> more) {
        List<String> all = Stream.concat(notes.stream(), more.stream()).toList();
        return new ModuleResult(module, seed, bucket, sandbox, results, compileErrors, all);
    }

    /** The same with these in the place of its results. */
    public ModuleResult with(List<CheckResult> others) {
        return new ModuleResult(module, seed, bucket, sandbox, others, compileErrors, notes);
    }

    /** The results by step; steps of which nothing was asked are left out. */
    public List<StepResult> steps() {
        return allSteps().stream().filter(step -> !step.checks().isEmpty()).toList();
    }

    /**
     * The results by step. Steps of which nothing was asked, or could be, earn nothing, so that the most points are always
     * those of the whole module.
     */
    public List<StepResult> allSteps() {
        Map<String, List<CheckResult>> byStep =
                results.stream().collect(Collectors.groupingBy(result -> ModuleSpec.stepOf(result.id())));
        return module.steps().stream()
                .map(step -> new StepResult(step, byStep.getOrDefault(step.id(), List.of())))
                .toList();
    }

    /** From the ids of checks to verdicts worth keeping; broken ones say nothing about the learner. */
    public Map<String, String> verdicts() {
        return results.stream()
                .filter(result -> result.verdict() != Verdict.BROKEN)
                .collect(Collectors.toMap(
                        CheckResult::id, result -> result.verdict().word()));
    }

    /** Points of core steps, or of bonus steps. */
    public int points(boolean bonus) {
        return steps().stream()
                .filter(step -> step.bonus() == bonus)
                .mapToInt(StepResult::points)
                .sum();
    }

    /** The most points that core steps, or bonus steps, of the whole module can bring. */
    public int maxPoints(boolean bonus) {
        return allSteps().stream()
                .filter(step -> step.bonus() == bonus)
                .mapToInt(StepResult::maxPoints)
                .sum();
    }

    public boolean compiled() {
        return compileErrors.isEmpty();
    }

    /** Whether the machine or the workshop failed somewhere, so that no score may be given. */
    public boolean broken() {
        return results.stream().anyMatch(result -> result.verdict() == Verdict.BROKEN);
    }

    /** The process's exit code: 0, 1 or 3. Bonus checks that failed don't count. */
    public int exitCode() {
        if (broken()) {
            return 3;
        }
        boolean corePassed = steps().stream()
                .filter(step -> !step.bonus())
                .flatMap(step -> step.checks().stream())
                .allMatch(CheckResult::passed);
        return compiled() && corePassed && !results.isEmpty() ? 0 : 1;
    }
}
