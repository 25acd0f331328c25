package edgecraft.workshop;

import java.util.List;
import java.util.function.ToIntFunction;

/** How a command ends, as a number: 0 passed, 1 failed, 2 misused, 3 the machine or the workshop is at fault. */
public final class ExitCode {

    public static final int MISUSED = 2;

    private ExitCode() {}

    /** That of several, which is the highest: a fault of the machine's is never hidden by a failure. Of nothing, misuse. */
    public static <T> int ofWorst(List<T> several, ToIntFunction<T> exitCode) {
        return several.stream().mapToInt(exitCode).max().orElse(MISUSED);
    }
}
