package edgecraft.edge;

/** What came of asking the origin for something that may be stored. */
sealed interface Fetched {

    /** A copy that is still good, or better than nothing. */
    record Copy(Stored stored, CacheStatus status) implements Fetched {}

    /** An answer for one viewer, not to be stored. */
    record Direct(OriginAnswer answer) implements Fetched {}

    /**
     * An answer that is being stored.
     *
     * @param answer its status and fields; the body is the fill's
     * @param fill its body, as it comes
     */
    record Filling(OriginAnswer answer, Fill fill) implements Fetched {}
}
