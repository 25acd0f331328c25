package edgecraft.workshop.judge;

import edgecraft.workshop.check.Pace;
import edgecraft.workshop.sandbox.Isolation;
import java.time.Duration;

/**
 * How a run is done.
 *
 * @param seed repeats random names and bytes
 * @param debugPort where a debugger may attach to the subject, or 0; with one, nothing has a deadline
 * @param gates whether checks wait for their gates; proofs look behind them
 * @param sideBySide how many checks run at once
 * @param record whether subjects leave a class archive behind, which saves the next ones time at start
 * @param stay whether instances and fixtures stay when a check is over, for somebody to look at
 * @param isolation how subjects are kept apart from the machine
 * @param pace how slow the machine is; what is written in the checks as an ordinary time is multiplied by it
 * @param checks an instructor's own, beside those of the module
 */
public record JudgeOptions(
        long seed,
        int debugPort,
        boolean gates,
        int sideBySide,
        boolean record,
        boolean stay,
        Isolation isolation,
        Pace pace,
        PrivateChecks checks) {

    private static final Duration NEVER = Duration.ofDays(1);

    /** An ordinary run. */
    public static JudgeOptions ordinary(long seed) {
        return new JudgeOptions(seed, 0, true, 4, false, false, Isolation.PROCESS, Pace.ORDINARY, PrivateChecks.NONE);
    }

    /** One check at a time, without deadlines, for a debugger. */
    public JudgeOptions debug(int port) {
        return new JudgeOptions(seed, port, gates, 1, record, stay, isolation, pace, checks);
    }

    /** The same, looking behind the gates. */
    public JudgeOptions withoutGates() {
        return new JudgeOptions(seed, debugPort, false, sideBySide, record, stay, isolation, pace, checks);
    }

    /** The same, recording the class archive instead of using it. */
    public JudgeOptions recording() {
        return new JudgeOptions(seed, debugPort, gates, sideBySide, true, stay, isolation, pace, checks);
    }

    /** The same, leaving everything as it is when a check is over. */
    public JudgeOptions staying() {
        return new JudgeOptions(seed, debugPort, gates, sideBySide, record, true, isolation, pace, checks);
    }

    /** The same, with subjects kept apart like this. */
    public JudgeOptions isolated(Isolation other) {
        return new JudgeOptions(seed, debugPort, gates, sideBySide, record, stay, other, pace, checks);
    }

    /** The same, on a machine of this pace. */
    public JudgeOptions at(Pace measured) {
        return new JudgeOptions(seed, debugPort, gates, sideBySide, record, stay, isolation, measured, checks);
    }

    /** The same, with these checks beside the module's. */
    public JudgeOptions with(PrivateChecks more) {
        return new JudgeOptions(seed, debugPort, gates, sideBySide, record, stay, isolation, pace, more);
    }

    /** How long a viewer waits for an answer, in real time. */
    public Duration patience() {
        return debugPort == 0 ? pace.times(Duration.ofSeconds(10)) : NEVER;
    }

    /** How long a check may take, in real time; one that goes on may take longer. */
    public Duration deadline() {
        return debugPort == 0 ? pace.times(Duration.ofSeconds(60)) : NEVER;
    }
}
