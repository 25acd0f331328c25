package edgecraft.edge;

/** Room for bytes that are on their way into the store: they are in memory too, and so have a budget of their own. */
final class Transit {

    private final long room;
    private long taken;

    Transit(long room) {
        this.room = room;
    }

    /** Takes room for this many bytes; false if there is not enough. */
    synchronized boolean take(long bytes) {
        if (bytes > room - taken) {
            return false;
        }
        taken += bytes;
        return true;
    }

    /** Gives room back. */
    synchronized void giveBack(long bytes) {
        taken -= bytes;
    }
}
