package edgecraft.workshop.report;

import edgecraft.fixtures.Conversation.Entry;
import edgecraft.fixtures.Conversation.Finding;
import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.Verdict;
import java.util.List;

/**
 * How much learners are told of a check. What they may not know is taken out of a result before anything is made of it, so
 * that no format can tell it.
 */
public enum Disclosure {
    /** All of it: what happened, and what was expected. */
    FULL,
    /** What happened, and no expectation: no claim, no message, nothing that a check found out by comparing. */
    OBSERVED,
    /** Which checks passed. */
    VERDICT;

    /** The result as it may be told. Compile errors and notes are about the learner's own files, and always are. */
    public ModuleResult of(ModuleResult result) {
        return this == FULL
                ? result
                : result.with(result.results().stream().map(this::of).toList());
    }

    private CheckResult of(CheckResult check) {
        boolean observed = this == OBSERVED;
        return new CheckResult(
                check.id(),
                check.id(),
                observed ? check.reference() : "",
                check.verdict(),
                check.millis(),
                message(check),
                observed
                        ? check.conversation().stream()
                                .filter(Disclosure::isSeen)
                                .toList()
                        : List.of(),
                null,
                observed ? check.printed() : List.of(),
                check.gate());
    }

    private static boolean isSeen(Entry entry) {
        return !(entry instanceof Finding);
    }

    private static String message(CheckResult check) {
        if (check.gate() != null) {
            return check.message();
        }
        return switch (check.verdict()) {
            case PASSED, WAITING -> "";
            case FAILED -> "not as it should be; what is expected is not told here";
            case BROKEN -> "the machine or the workshop failed here";
        };
    }

    /** Whether learners get the commands by which they see a check's server themselves. */
    boolean tellsHowToSee(CheckResult check) {
        return this == FULL && check.verdict() != Verdict.BROKEN;
    }
}
