package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import java.time.Instant;
import java.util.Set;

/** Decides whether an answer may be stored, for all viewers (RFC 9111 §3). */
final class Storing {

    private static final Set<Integer> NEVER = Set.of(206, 304);

    private Storing() {}

    /**
     * Whether the answer to this request may be stored, and is worth it.
     *
     * @param received when the answer came
     */
    static boolean mayStore(ViewerRequest request, int status, Fields answer, Instant received, CachePolicy policy) {
        return request.method().equals("GET")
                && !NEVER.contains(status)
                && (Freshness.needsNoStatement(status)
                        || Freshness.stated(answer, received).isPresent())
                && isForAll(answer)
                && isPermitted(request, answer, policy)
                && isWorthIt(status, answer, received, policy);
    }

    /** Whether a request says who is asking: what it is answered says nothing about what others would get. */
    static boolean isPersonal(ViewerRequest request, CachePolicy policy) {
        return isAuthorized(request) || hasOtherCookies(request, policy);
    }

    /** Whether a request says so in its {@code Authorization}. */
    static boolean isAuthorized(ViewerRequest request) {
        return request.fields().has("Authorization");
    }

    private static boolean isForAll(Fields answer) {
        CacheControl control = CacheControl.of(answer);
        return !control.has("no-store")
                && !control.has("private")
                && !answer.has("Set-Cookie")
                && !answer.members("Vary").contains("*");
    }

    private static boolean isPermitted(ViewerRequest request, Fields answer, CachePolicy policy) {
        CacheControl control = CacheControl.of(answer);
        boolean isPublic = control.has("public");
        if (isAuthorized(request) && !isPublic && !control.has("must-revalidate") && !control.hasSeconds("s-maxage")) {
            return false;
        }
        return isPublic
                || !hasOtherCookies(request, policy)
                || control.has("s-maxage")
                || control.has("max-age")
                || answer.has("Expires");
    }

    private static boolean hasOtherCookies(ViewerRequest request, CachePolicy policy) {
        boolean wholeFieldCounts = policy.headers().stream().anyMatch("Cookie"::equalsIgnoreCase);
        return !wholeFieldCounts && Cookies.hasOtherThan(policy.cookies(), request.fields());
    }

    /** What is not fresh for a moment is kept only if the origin can be asked about it. */
    private static boolean isWorthIt(int status, Fields answer, Instant received, CachePolicy policy) {
        boolean fresh =
                Freshness.ageOnArrival(answer, received).compareTo(Freshness.lifetime(status, answer, received, policy))
                        < 0;
        return fresh || answer.has("ETag") || answer.has("Last-Modified");
    }
}
