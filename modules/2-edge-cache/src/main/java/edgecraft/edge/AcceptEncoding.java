package edgecraft.edge;

import edgecraft.kit.Todo;

/** Decides which content codings the origin is asked for: one or none, so that no page has more than two variants of them. */
final class AcceptEncoding {

    private AcceptEncoding() {}

    /** The fields of a request, with {@code Accept-Encoding: gzip} for those who take it, and none for all others. */
    static Fields normalised(Fields request) {
        throw new Todo("2.5", "gzip or nothing");
    }
}
