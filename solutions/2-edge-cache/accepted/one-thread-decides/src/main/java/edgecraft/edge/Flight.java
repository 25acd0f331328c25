package edgecraft.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A fetch under way. Others hold it as a token: what it knows is for the thread that decides. */
final class Flight {

    /** A viewer who waits for it. */
    record Waiting(Question question, CompletableFuture<Advice> advice) {}

    private final Question question;
    private final String why;
    private final boolean isForAll;
    final List<Waiting> waiting = new ArrayList<>();

    /** The copy that it asks about. */
    @Nullable
    Stored old;

    /** The variant that it brings; null if nobody knows yet. */
    @Nullable
    Variant variant;

    /** What came of an answer to be stored: everything but its body. */
    @Nullable
    Stored head;

    /** How many bytes of room it has for a body on its way. */
    long room;

    /** Whether it was invalidated: what it brings is for those who wait already, and not to be stored. */
    boolean isDoomed;

    /**
     * A fetch that begins.
     *
     * @param why the reason, as {@code Cache-Status} says it
     * @param isForAll whether others may wait for it
     */
    Flight(Question question, String why, boolean isForAll) {
        this.question = question;
        this.why = why;
        this.isForAll = isForAll;
    }

    Question question() {
        return question;
    }

    String why() {
        return why;
    }

    /** Whether a request with these fields may wait for it. */
    boolean isOpenFor(Fields request) {
        return isForAll && (variant == null || variant.isFor(request));
    }
}
