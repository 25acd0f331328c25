package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides whether an answer may be stored, for all viewers (RFC 9111 §3). */
final class Storing {

    /** A part is not the whole, and a 304 is about something that is stored already. */
    private static final Set<Integer> NEVER = Set.of(206, 304);

    /** Fields that say for whom an answer is, and for how long. */
    private static final Set<String> TERMS = Set.of("age", "cache-control", "date", "expires", "set-cookie", "vary");

    private Storing() {}

    /**
     * Whether the answer to this request may be stored, and is worth it.
     *
     * @param received when the answer came
     */
    static boolean mayStore(ViewerRequest request, int status, Fields answer, Instant received, CachePolicy policy) {
        return request.method().equals("GET")
                && !NEVER.contains(status)
                && isForAll(request, answer, policy)
                && isUseful(status, answer, received, policy);
    }

    /** Whether a request says who is asking: what it is answered says nothing about what others would get. */
    static boolean isPersonal(ViewerRequest request, CachePolicy policy) {
        return request.fields().has("Authorization") || hasCookieOutsideTheKey(request, policy);
    }

    private static boolean isForAll(ViewerRequest request, Fields answer, CachePolicy policy) {
        CacheControl control = CacheControl.of(answer);
        return !hidesItsTerms(answer)
                && !control.has("no-store")
                && !control.has("private")
                && !answer.has("Set-Cookie")
                && !answer.members("Vary").contains("*")
                && (!request.fields().has("Authorization") || isPermitted(control))
                && (!hasCookieOutsideTheKey(request, policy)
                        || control.has("public")
                        || statesALifetime(control, answer));
    }

    /** {@code no-cache} is none: with it, a minimum of the policy would be a guess too. */
    private static boolean statesALifetime(CacheControl control, Fields answer) {
        return control.has("s-maxage") || control.has("max-age") || answer.has("Expires");
    }

    /** Nobody who gets it later could tell what it was stored by. */
    private static boolean hidesItsTerms(Fields answer) {
        return answer.members("Connection").stream().anyMatch(name -> TERMS.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** RFC 9111 §3.5. */
    private static boolean isPermitted(CacheControl control) {
        return control.has("public") || control.has("must-revalidate") || control.hasSeconds("s-maxage");
    }

    private static boolean hasCookieOutsideTheKey(ViewerRequest request, CachePolicy policy) {
        List<Cookie> cookies = Cookie.of(request.fields());
        return cookies.stream().anyMatch(cookie -> !policy.cookies().contains(cookie.name()));
    }

    /** Fresh for a while, or something to ask about. */
    private static boolean isUseful(int status, Fields answer, Instant received, CachePolicy policy) {
        return Freshness.lifetime(status, answer, received, policy).compareTo(Duration.ZERO) > 0
                || (status == 200 && (answer.has("ETag") || answer.has("Last-Modified")));
    }
}
