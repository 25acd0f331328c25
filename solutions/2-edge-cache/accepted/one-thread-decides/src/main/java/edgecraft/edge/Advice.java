package edgecraft.edge;

import org.jspecify.annotations.Nullable;

/** What a viewer's thread is told to do about a request. */
sealed interface Advice {

    /** Gives this copy. */
    record Serve(Stored copy, CacheStatus status) implements Advice {}

    /**
     * Asks the origin for what others may get as well.
     *
     * @param old the copy to ask about; null if there is none
     */
    record Fetch(Flight flight, @Nullable Stored old) implements Advice {}

    /** Asks the origin for this viewer alone, and stores nothing. */
    record PassOn(String why) implements Advice {}

    /** Says that there is no answer. */
    record Fail(int status, String why) implements Advice {}
}
