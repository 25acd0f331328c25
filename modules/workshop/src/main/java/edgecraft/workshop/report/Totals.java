package edgecraft.workshop.report;

import edgecraft.workshop.judge.ModuleResult;
import java.util.List;

/**
 * The points of several modules together.
 *
 * @param bucket of those that have one; {@code none} if none has
 */
record Totals(String bucket, int points, int maxPoints, int bonus, int maxBonus) {

    static Totals of(List<ModuleResult> results) {
        return new Totals(
                results.stream()
                        .map(ModuleResult::bucket)
                        .filter(bucket -> !bucket.equals("none"))
                        .findFirst()
                        .orElse("none"),
                results.stream().mapToInt(result -> result.points(false)).sum(),
                results.stream().mapToInt(result -> result.maxPoints(false)).sum(),
                results.stream().mapToInt(result -> result.points(true)).sum(),
                results.stream().mapToInt(result -> result.maxPoints(true)).sum());
    }
}
