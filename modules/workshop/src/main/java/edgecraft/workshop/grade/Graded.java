package edgecraft.workshop.grade;

import edgecraft.workshop.judge.ModuleResult;
import java.util.List;
import java.util.Map;

/**
 * A submission and what came of it.
 *
 * @param name whose it is
 * @param results of its modules; none if it was refused
 * @param names from files as compile errors name them to their names in the submission
 * @param refusal why it was not graded; empty if it was
 */
public record Graded(String name, List<ModuleResult> results, Map<String, String> names, String refusal) {

    /** A submission for another edition, or what is none. */
    static Graded refused(String name, String why) {
        return new Graded(name, List.of(), Map.of(), why);
    }

    /** The exit code: that of its worst module; 2 if it was refused. */
    public int exitCode() {
        return results.stream().mapToInt(ModuleResult::exitCode).max().orElse(2);
    }

    /** How it ended, in a word or two. */
    String outcome() {
        return switch (exitCode()) {
            case 0 -> "passed";
            case 1 -> results.stream().allMatch(ModuleResult::compiled) ? "failed" : "not compiled";
            case 2 -> "refused";
            default -> "broken";
        };
    }
}
