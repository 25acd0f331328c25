package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import java.time.Instant;
import java.util.List;

/** Decides whether an answer may be stored, for all viewers (RFC 9111 §3). */
final class Storing {

    private Storing() {}

    /**
     * Whether the answer to this request may be stored, and is worth it.
     *
     * @param received when the answer came
     */
    static boolean mayStore(ViewerRequest request, int status, Fields answer, Instant received, CachePolicy policy) {
        return request.method().equals("GET")
                && hasStatusToKeep(status, answer, received)
                && !isForbidden(answer)
                && isPermittedTo(request, answer, policy)
                && isWorthIt(status, answer, received, policy);
    }

    /** Whether an answer says itself that it is not for all. */
    static boolean isForbidden(Fields answer) {
        CacheControl control = CacheControl.of(answer);
        return control.has("no-store")
                || control.has("private")
                || answer.has("Set-Cookie")
                || answer.members("Vary").contains("*");
    }

    /** Whether a request says who is asking: what it is answered says nothing about what others would get. */
    static boolean isPersonal(ViewerRequest request, CachePolicy policy) {
        return request.fields().has("Authorization") || hasCookieOutsideTheKey(request, policy);
    }

    private static boolean hasStatusToKeep(int status, Fields answer, Instant received) {
        return status >= 200
                && status != 206
                && status != 304
                && (Freshness.isKeptUnasked(status)
                        || Freshness.stated(answer, received).isPresent());
    }

    private static boolean isPermittedTo(ViewerRequest request, Fields answer, CachePolicy policy) {
        CacheControl control = CacheControl.of(answer);
        if (control.has("public")) {
            return true;
        }
        if (request.fields().has("Authorization")
                && !control.has("must-revalidate")
                && !control.hasSeconds("s-maxage")) {
            return false;
        }
        return !hasCookieOutsideTheKey(request, policy)
                || control.has("s-maxage")
                || control.has("max-age")
                || answer.has("Expires");
    }

    private static boolean isWorthIt(int status, Fields answer, Instant received, CachePolicy policy) {
        boolean fresh =
                Freshness.lifetime(status, answer, received, policy).compareTo(Freshness.ageOnArrival(answer, received))
                        > 0;
        CacheControl control = CacheControl.of(answer);
        boolean usefulWhenStale = answer.has("ETag")
                || answer.has("Last-Modified")
                || control.has("stale-while-revalidate")
                || control.has("stale-if-error");
        return fresh || (status < 400 && usefulWhenStale);
    }

    private static boolean hasCookieOutsideTheKey(ViewerRequest request, CachePolicy policy) {
        List<Cookies.Pair> sent = Cookies.in(request.fields());
        return sent.stream().anyMatch(cookie -> !policy.cookies().contains(cookie.name()));
    }
}
