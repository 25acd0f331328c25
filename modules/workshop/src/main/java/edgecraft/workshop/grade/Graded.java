package edgecraft.workshop.grade;

import edgecraft.workshop.ExitCode;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.report.Disclosure;
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

    /** As it may be told to whoever handed it in. */
    public Graded disclosed(Disclosure disclosure) {
        return new Graded(name, results.stream().map(disclosure::of).toList(), names, refusal);
    }

    /** Whether it has points: not if it was refused, or something broke. */
    public boolean scored() {
        return !results.isEmpty() && results.stream().noneMatch(ModuleResult::broken);
    }

    /** The exit code: that of its worst module; 2 if it was refused. */
    public int exitCode() {
        return ExitCode.ofWorst(results, ModuleResult::exitCode);
    }

    /** How it ended, in a word or two. */
    String outcome() {
        return switch (exitCode()) {
            case 0 -> "passed";
            case 1 -> results.stream().allMatch(ModuleResult::compiled) ? "failed" : "not compiled";
            case ExitCode.MISUSED -> "refused";
            default -> "broken";
        };
    }

    /** Why nothing in it, or in a part of it, was judged: the beginning of the first reason; empty if all was. */
    String reason() {
        return results.stream()
                .flatMap(result -> result.compileErrors().stream())
                .flatMap(String::lines)
                .findFirst()
                .orElse(refusal);
    }
}
