package edgecraft.workshop.judge;

import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.NoAnswerException;
import edgecraft.workshop.subject.Subject;
import java.time.Duration;
import java.util.Optional;

/**
 * How a check ended, and what that says of the learner's server.
 *
 * @param thrown what the check threw; nothing if what it claims is true
 * @param died the JVM that it used, if that ended
 * @param expired the time it had, if it took longer
 * @param jumped how far this machine's clock was set meanwhile, if it was
 */
record Ending(
        Optional<Throwable> thrown, Optional<Subject> died, Optional<Duration> expired, Optional<Duration> jumped) {

    Verdict verdict() {
        return thrown.map(what -> what instanceof AssertionError && jumped.isEmpty() ? Verdict.FAILED : Verdict.BROKEN)
                .orElse(Verdict.PASSED);
    }

    /** Whether what the check found may be the clock's doing. */
    boolean unsettled() {
        return thrown.isPresent() && jumped.isPresent();
    }

    /** Whether the learner's server may be beyond answering, whoever brought it there. */
    boolean suspect() {
        return late() || (thrown.isPresent() && died.isPresent());
    }

    /** Whether more time might have made a difference. */
    boolean late() {
        return thrown.isPresent() && (thrown.get() instanceof NoAnswerException || expired.isPresent());
    }

    /** Why the check did not pass; empty if it did. */
    String message() {
        return thrown.map(this::message).orElse("");
    }

    private String message(Throwable what) {
        if (jumped.isPresent()) {
            return "this machine's clock jumped by " + jumped.get().toSeconds()
                    + " s while the check ran: it was set, or the machine slept; run the check again";
        }
        if (!(what instanceof AssertionError)) {
            return String.valueOf(what.getMessage() == null ? what : what.getMessage());
        }
        if (expired.isPresent()) {
            return "the check was not over within " + expired.get().toSeconds() + " s";
        }
        // Whatever else a check finds amiss follows from a JVM that ran out of memory.
        return died.filter(jvm -> what instanceof BrokenAnswerException || jvm.ranOutOfMemory())
                .map(Subject::obituary)
                .orElse(String.valueOf(what.getMessage()).strip());
    }
}
