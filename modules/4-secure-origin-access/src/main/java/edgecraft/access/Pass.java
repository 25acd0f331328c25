package edgecraft.access;

import edgecraft.kit.Todo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Steps 4.4 and 4.5: what a viewer shows to be let in, read from a URL or from cookies.
 *
 * @param expires until when a canned policy lets the viewer in, as sent; empty with a custom policy
 * @param policy a custom policy in {@link OddBase64}; empty with a canned one
 * @param signature in {@link OddBase64}
 * @param keyId which key has signed
 * @param hash {@code SHA1} or {@code SHA256}
 */
record Pass(Optional<String> expires, Optional<String> policy, String signature, String keyId, String hash) {

    /** The names of what a pass consists of, as URLs have them. */
    static final List<String> NAMES = List.of("Expires", "Policy", "Signature", "Key-Pair-Id", "Hash-Algorithm");

    /**
     * Puts a pass together.
     *
     * @param sent all values by their names, which are among {@link #NAMES}
     * @throws Refusal if something is missing or said twice, or there are both kinds of policy
     */
    static Pass of(Map<String, List<String>> sent) throws Refusal {
        throw new Todo("4.4", "put a pass together");
    }
}
