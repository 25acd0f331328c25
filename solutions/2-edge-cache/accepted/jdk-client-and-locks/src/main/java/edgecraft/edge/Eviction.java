package edgecraft.edge;

/** Decides what has to go when there is no room; used by one thread at a time. */
interface Eviction {

    /** A copy of this size has come. */
    void added(Place place, long size);

    /** A copy was used. */
    void used(Place place);

    /** A copy is gone, for whatever reason. */
    void removed(Place place);

    /** Which copy is to go next; there is one. */
    Place victim();
}
