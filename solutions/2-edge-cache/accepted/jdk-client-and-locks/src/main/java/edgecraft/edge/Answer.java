package edgecraft.edge;

import java.io.IOException;

/** What a viewer is to get. */
interface Answer {

    /**
     * Sends it.
     *
     * @throws IOException if it can't be sent to its end: the origin broke off, or the viewer left
     */
    void deliver(Visit visit) throws IOException;

    /** Nobody wants it. */
    default void discard() {}
}
