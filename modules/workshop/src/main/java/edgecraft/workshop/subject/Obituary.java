package edgecraft.workshop.subject;

import edgecraft.workshop.sandbox.MemoryGuard;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Why a subject's JVM ended, in the learner's words: only the JVM itself can tell whether it was an exit or a crash. */
final class Obituary {

    private final Process process;
    private final SubjectOutput output;
    private final int heap;
    private final @Nullable MemoryGuard guard;

    /**
     * @param heap the most that the JVM could use, in MiB
     * @param guard who ends it when it uses too much memory beside that, if anybody does
     */
    Obituary(Process process, SubjectOutput output, int heap, @Nullable MemoryGuard guard) {
        this.process = process;
        this.output = output;
        this.heap = heap;
        this.guard = guard;
    }

    /** What to tell of it. */
    String text() {
        try {
            process.waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (process.isAlive()) {
            return "your server's JVM hung up on the judge";
        }
        if (ranOutOfMemory()) {
            return "your server's JVM ran out of memory: its heap is " + heap
                    + " MiB. Does your code hold a whole object at once?";
        }
        if (guard != null && guard.exceeded()) {
            return "your server's JVM and the processes it started were ended: together they used more than "
                    + guard.most() + " MiB of memory. Does your code start processes, or many threads?";
        }
        return switch (process.exitValue()) {
            case 137, 143 -> "your server's JVM was ended from outside (killed)";
            default ->
                "your server's JVM ended by itself, with exit code " + process.exitValue()
                        + ", while the check was running. Does your code call System.exit or Runtime.halt?";
        };
    }

    /** Whether it was ended because it and what it started used too much memory. */
    boolean usedTooMuch() {
        return guard != null && guard.exceeded();
    }

    /** Whether it ended for want of heap, which a JVM says before it ends. */
    boolean ranOutOfMemory() {
        return !process.isAlive() && output.whole(0).contains("java.lang.OutOfMemoryError");
    }
}
