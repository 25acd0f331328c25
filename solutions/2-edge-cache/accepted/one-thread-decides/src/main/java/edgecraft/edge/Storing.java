package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import java.time.Duration;
import java.time.Instant;

/** Decides whether an answer may be stored, for all viewers (RFC 9111 §3). */
final class Storing {

    private Storing() {}

    /**
     * Whether the answer to this request may be stored, and is worth it.
     *
     * @param received when the answer came
     */
    static boolean mayStore(ViewerRequest request, int status, Fields answer, Instant received, CachePolicy policy) {
        CacheControl control = CacheControl.of(answer);
        return request.method().equals("GET")
                && Freshness.hasLifetime(status, answer, received)
                && !control.has("no-store")
                && !control.has("private")
                && !answer.has("Set-Cookie")
                && !answer.members("Vary").contains("*")
                && (!request.fields().has("Authorization") || isForTheAuthorised(control))
                && (!Cookies.hasOthers(request.fields(), policy) || isForTheKnown(control, answer))
                && isWorthIt(status, answer, received, policy);
    }

    /** Whether a request says who is asking: what it is answered says nothing about what others would get. */
    static boolean isPersonal(ViewerRequest request, CachePolicy policy) {
        return request.fields().has("Authorization") || Cookies.hasOthers(request.fields(), policy);
    }

    private static boolean isForTheAuthorised(CacheControl control) {
        return control.has("public") || control.has("must-revalidate") || control.hasSeconds("s-maxage");
    }

    private static boolean isForTheKnown(CacheControl control, Fields answer) {
        return control.has("public") || control.has("s-maxage") || control.has("max-age") || answer.has("Expires");
    }

    /** What is stale at once is of use if the origin can be asked about it. */
    private static boolean isWorthIt(int status, Fields answer, Instant received, CachePolicy policy) {
        Duration lifetime = Freshness.lifetime(status, answer, received, policy);
        return lifetime.compareTo(Freshness.ageOnArrival(answer, received)) > 0
                || answer.has("ETag")
                || answer.has("Last-Modified");
    }
}
