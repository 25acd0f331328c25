package edgecraft.workshop.report;

import edgecraft.workshop.judge.ModuleResult;
import java.util.List;

/** The points of several modules together. */
record Totals(int points, int maxPoints, int bonus, int maxBonus) {

    static Totals of(List<ModuleResult> results) {
        return new Totals(
                results.stream().mapToInt(result -> result.points(false)).sum(),
                results.stream().mapToInt(result -> result.maxPoints(false)).sum(),
                results.stream().mapToInt(result -> result.points(true)).sum(),
                results.stream().mapToInt(result -> result.maxPoints(true)).sum());
    }
}
