package edgecraft.workshop.subject;

import edgecraft.kit.host.Message;
import java.util.concurrent.CompletableFuture;

/** The JVM of a subject: a process, or for tools that look into the learner's classes, {@linkplain ThisJvm this one}. */
sealed interface SubjectJvm permits SubjectProcess, ThisJvm {

    /** Asks it; the answer fails if it ends before. */
    CompletableFuture<Message> ask(Message question);

    boolean isAlive();

    /** What a stopped instance printed, and what the JVM itself had to say. */
    String log(int instance);

    /** Whether it ended for want of heap. */
    boolean ranOutOfMemory();

    /** Whether it was ended because it and what it started used too much memory. */
    boolean usedTooMuch();

    /** Why it ended, in the learner's words. */
    String obituary();

    /** Ends it and everything it started, at once. */
    void end();
}
