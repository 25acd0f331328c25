package edgecraft.access.checks;

import edgecraft.fixtures.BucketLink;

/** What may become of a question to the bucket. */
enum Trouble {
    DENIED,
    WRONG_SIGNATURE,
    ELSEWHERE,
    MALFORMED,
    INTERNAL,
    BUSY,
    SILENT_END,
    GONE;

    /** From now on, every question meets it. */
    void happensTo(BucketLink link) {
        switch (this) {
            case DENIED -> link.fails(403, "AccessDenied");
            case WRONG_SIGNATURE -> link.fails(403, "SignatureDoesNotMatch");
            case ELSEWHERE -> link.fails(301, "PermanentRedirect");
            case MALFORMED -> link.fails(400, "AuthorizationHeaderMalformed");
            case INTERNAL -> link.fails(500, "InternalError");
            case BUSY -> link.fails(503, "SlowDown");
            case SILENT_END -> link.hangsUp();
            case GONE -> link.isGone();
        }
    }
}
