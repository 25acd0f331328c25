package edgecraft.edge;

/** A place in the store with a whole answer in it, which is exchanged when the origin has confirmed it. */
final class Copy {

    private final CacheKey key;
    private final long size;
    private volatile Stored stored;

    Copy(CacheKey key, Stored stored, long size) {
        this.key = key;
        this.stored = stored;
        this.size = size;
    }

    CacheKey key() {
        return key;
    }

    /** The bytes of its body. */
    long size() {
        return size;
    }

    Stored stored() {
        return stored;
    }

    /** Puts the same body with other fields there. */
    void exchange(Stored confirmed) {
        stored = confirmed;
    }
}
