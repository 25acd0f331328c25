package edgecraft.workshop.report;

import edgecraft.workshop.judge.ModuleResult;
import java.util.List;

/**
 * The points of several modules together.
 *
 * @param bucket of those that have one; {@code none} if none has
 * @param broken whether something failed that is not the learner's: then there is no score, and no format may publish one
 */
public record Totals(String bucket, boolean broken, int points, int maxPoints, int bonus, int maxBonus) {

    /** The sums. */
    public static Totals of(List<ModuleResult> results) {
        return new Totals(
                results.stream()
                        .map(ModuleResult::bucket)
                        .filter(bucket -> !bucket.equals("none"))
                        .findFirst()
                        .orElse("none"),
                results.stream().anyMatch(ModuleResult::broken),
                results.stream().mapToInt(result -> result.points(false)).sum(),
                results.stream().mapToInt(result -> result.maxPoints(false)).sum(),
                results.stream().mapToInt(result -> result.points(true)).sum(),
                results.stream().mapToInt(result -> result.maxPoints(true)).sum());
    }

    /** As people are told it: {@code 85 of 100 points, bonus 3 of 24}. */
    public String text() {
        String core = points + " of " + maxPoints + " points";
        return maxBonus == 0 ? core : core + ", bonus " + bonus + " of " + maxBonus;
    }
}
