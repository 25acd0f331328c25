package edgecraft.access;

import edgecraft.kit.Todo;

/** Step 4.4: reads what a URL has in its query to be let in with. Names are compared as sent, with their case. */
final class SignedUrl {

    private SignedUrl() {}

    /** Whether one of the reserved names is in the query: then the URL is judged, and no cookie is looked at. */
    static boolean isOne(Target target) {
        throw new Todo("4.4", "whether a URL is signed");
    }

    /**
     * The pass in a URL.
     *
     * @throws Refusal if it isn't one
     */
    static Pass pass(Target target) throws Refusal {
        throw new Todo("4.4", "read a signed URL");
    }

    /** What is asked for: the target without the reserved names and their values. All else stays, in order and byte for byte. */
    static Target plain(Target target) {
        throw new Todo("4.4", "the URL without what signs it");
    }
}
