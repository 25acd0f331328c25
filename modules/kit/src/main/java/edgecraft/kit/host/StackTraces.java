package edgecraft.kit.host;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Stack traces as a learner wants them: without the frames of the host. */
final class StackTraces {

    private static final int MOST_FRAMES = 12;
    private static final int MOST_CAUSES = 20;

    /** In characters: it has to fit into a message. */
    private static final int LONGEST = 100_000;

    private StackTraces() {}

    /** The trace of what was thrown, its causes included, each cut where the host's own frames begin. */
    static String forLearners(Throwable thrown) {
        Throwable own = thrown;
        if (thrown instanceof InvocationTargetException wrapped && wrapped.getCause() != null) {
            own = wrapped.getCause();
        }
        try {
            String trace = trace(own);
            return trace.length() <= LONGEST ? trace : trace.substring(0, LONGEST);
        } catch (Throwable bites) {
            // An exception's own methods are the learner's code as well.
            return own.getClass().getName() + ", which can't be printed: its methods throw as well";
        }
    }

    private static String trace(Throwable own) {
        int causes = 0;
        for (Throwable each = own; each != null && causes < MOST_CAUSES; each = each.getCause(), causes++) {
            each.setStackTrace(Arrays.stream(each.getStackTrace())
                    .takeWhile(frame -> !frame.getClassName().startsWith("edgecraft.kit.host."))
                    .filter(frame -> !frame.getClassName().startsWith("jdk.internal."))
                    .limit(MOST_FRAMES)
                    .toArray(StackTraceElement[]::new));
        }
        StringWriter text = new StringWriter();
        own.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
