package edgecraft.workshop.judge;

import edgecraft.fixtures.Conversation;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one check.
 *
 * @param id for example {@code 1.1/exact-bytes}
 * @param title its claim
 * @param reference where to read on
 * @param verdict how it came out
 * @param millis how long it took, in milliseconds
 * @param message why it did not pass; empty if it did
 * @param conversation what happened, in order
 * @param log where its instances' output is, if they printed anything
 * @param printed the last lines of that output
 * @param gate the gate because of which it was not run, if that is so
 */
public record CheckResult(
        String id,
        String title,
        String reference,
        Verdict verdict,
        long millis,
        String message,
        List<Conversation.Entry> conversation,
        @Nullable Path log,
        List<String> printed,
        @Nullable String gate) {

    /** A check that did not run although it should have. */
    static CheckResult notRun(CheckCatalog.Entry check, String why) {
        return of(check, Verdict.BROKEN, why, null);
    }

    /** A check that was not run because of its gate. */
    static CheckResult waiting(CheckCatalog.Entry check, Verdict verdict, String gate) {
        return of(check, verdict, "waits for " + gate, gate);
    }

    private static CheckResult of(CheckCatalog.Entry check, Verdict verdict, String message, @Nullable String gate) {
        return new CheckResult(
                check.id(), check.title(), check.reference(), verdict, 0, message, List.of(), null, List.of(), gate);
    }

    public boolean passed() {
        return verdict == Verdict.PASSED;
    }

    /** What it found out, line by line. */
    public List<String> findings() {
        return conversation.stream()
                .filter(Conversation.Finding.class::isInstance)
                .map(entry -> ((Conversation.Finding) entry).text())
                .toList();
    }
}
