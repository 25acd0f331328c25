package edgecraft.workshop.judge;

import edgecraft.workshop.course.ModuleSpec.StepSpec;
import java.util.List;

/**
 * A step and how its checks came out.
 *
 * @param step what it is
 * @param checks those that were asked for, in order; none if the code does not compile
 */
public record StepResult(StepSpec step, List<CheckResult> checks) {

    public boolean bonus() {
        return step.bonus();
    }

    /** How many passed. */
    public int passed() {
        return (int) checks.stream().filter(CheckResult::passed).count();
    }

    /** Whether every check of the step passed. */
    public boolean done() {
        return passed() == step.checks().size();
    }

    /** The points: {@code floor(points × passed ÷ checks)}. */
    public int points() {
        return step.points() * passed() / step.checks().size();
    }

    /** The points if all had passed. */
    public int maxPoints() {
        return step.points();
    }
}
