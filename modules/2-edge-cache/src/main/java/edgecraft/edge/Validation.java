package edgecraft.edge;

import edgecraft.kit.Todo;

/** Asking whether a copy is still good, on both sides of the edge (RFC 9110 §13, RFC 9111 §4.3). */
final class Validation {

    private Validation() {}

    /** Whether a 304 is about this copy: it has the same tag, or none (RFC 9111 §4.3.4). */
    static boolean isAbout(Stored stored, Fields notModified) {
        throw new Todo("2.6", "whether a 304 is about this copy");
    }

    /** The conditions that the origin is asked with about this copy; none if it has nothing to ask by. */
    static Fields conditions(Stored stored) {
        throw new Todo("2.6", "ask about a copy");
    }

    /**
     * The fields of a copy after a 304: each of the 304's in the place of the copy's own, but those that are about the body.
     */
    static Fields freshened(Fields stored, Fields notModified) {
        throw new Todo("2.6", "the fields after a 304");
    }

    /**
     * Whether a viewer has this already: {@code If-None-Match} if it is there, by weak comparison, or else
     * {@code If-Modified-Since} (RFC 9110 §13.1.2, §13.1.3).
     */
    static boolean isKnown(Fields request, Fields answer) {
        throw new Todo("2.6", "whether the viewer has it");
    }

    /** Those fields of an answer that a 304 brings. */
    static Fields ofNotModified(Fields answer) {
        throw new Todo("2.6", "the fields of a 304");
    }
}
