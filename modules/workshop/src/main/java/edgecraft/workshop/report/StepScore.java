package edgecraft.workshop.report;

import edgecraft.workshop.course.ModuleSpec.StepSpec;
import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.StepResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A step of a module and what it earned: where every format that grades by steps takes its points from. Steps that were not
 * asked for, or could not be, earn nothing, so that the most points are always those of the whole module.
 *
 * @param step what it is
 * @param checks those that were asked for, in order; none if the code does not compile
 */
record StepScore(StepSpec step, List<CheckResult> checks) {

    /** All steps of these modules, in order. */
    static List<StepScore> of(List<ModuleResult> results) {
        return results.stream().flatMap(result -> of(result).stream()).toList();
    }

    /** All steps of a module, in order. */
    static List<StepScore> of(ModuleResult result) {
        Map<String, List<CheckResult>> asked = result.steps().stream()
                .collect(Collectors.toMap(step -> step.step().id(), StepResult::checks));
        return result.module().steps().stream()
                .map(step -> new StepScore(step, asked.getOrDefault(step.id(), List.of())))
                .toList();
    }

    /** As people are told it: {@code 1.2 A site}. */
    String name() {
        return step.id() + " " + step.title();
    }

    boolean bonus() {
        return step.bonus();
    }

    int points() {
        return new StepResult(step, checks).points();
    }

    int maxPoints() {
        return step.points();
    }

    int passed() {
        return new StepResult(step, checks).passed();
    }

    /** Whether all that the step has to check passed. */
    boolean done() {
        return passed() == step.checks().size();
    }
}
