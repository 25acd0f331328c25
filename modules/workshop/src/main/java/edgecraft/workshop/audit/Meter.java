package edgecraft.workshop.audit;

import edgecraft.workshop.proof.Complaint;
import edgecraft.workshop.report.Style;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Shows how far an audit is: one line that is written over on a terminal, and now and then a line everywhere else. */
final class Meter {

    private static final Duration NOW_AND_THEN = Duration.ofSeconds(30);
    private static final String BEGIN_OF_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final InstantSource clock;
    private final int trials;
    private final Instant began;
    private Instant shown;
    private int over;
    private int failed;
    private long done;
    private long left;

    /**
     * @param terminal whether a line can be written over
     * @param trials how many there are, those that are kept included
     * @param kept how many were judged by an earlier run of this audit
     * @param left what the others weigh
     */
    Meter(PrintWriter out, boolean terminal, InstantSource clock, int trials, int kept, long left) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.trials = trials;
        this.over = kept;
        this.left = left;
        this.began = clock.instant();
        this.shown = began;
        if (kept > 0) {
            out.println(kept + " of " + trials + " were judged before and are kept; --fresh judges them again.");
        }
    }

    /** One is over. */
    synchronized void over(String module, Judged judged) {
        over++;
        done += judged.trial().weight();
        left -= judged.trial().weight();
        if (!judged.entry().holds()) {
            failed++;
            Complaint first = judged.entry().complaints().get(0);
            say("  ✘ " + module + " " + judged.entry().id() + ": expected " + Style.harmless(first.expected())
                    + "; it came " + first.came());
        }
        show();
    }

    /** Prints beside the line that is written over. */
    synchronized void say(String text) {
        clear();
        out.println(text);
    }

    /** Makes room for what follows. */
    synchronized void clear() {
        if (terminal) {
            out.print(BEGIN_OF_LINE);
            out.flush();
        }
    }

    private void show() {
        if (terminal) {
            out.print(BEGIN_OF_LINE + line());
            out.flush();
        } else if (!clock.instant().isBefore(shown.plus(NOW_AND_THEN))) {
            out.println(line());
            shown = clock.instant();
        }
    }

    private String line() {
        String time = Durations.left(done, left, Duration.between(began, clock.instant()))
                .map(estimate -> ", about " + Durations.words(estimate) + " left")
                .orElse("");
        return "  " + over + " of " + trials + " judged, " + failed + " not as expected" + (left == 0 ? "" : time);
    }
}
