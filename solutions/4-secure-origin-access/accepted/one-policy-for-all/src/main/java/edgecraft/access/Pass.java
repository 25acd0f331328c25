package edgecraft.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a viewer shows to be let in.
 *
 * @param policy what should be signed: what the viewer sent, or what the gate has written for a viewer who sent no more than a time
 * @param keyId which key should have signed it
 * @param hash for example {@code SHA256}
 */
record Pass(byte[] policy, byte[] signature, String keyId, String hash) {

    private static final List<String> HASHES = List.of("SHA1", "SHA256");

    /**
     * The pass in a request.
     *
     * @param plain what is asked for, without the pass
     * @param parts of the query
     * @param cookies of all lines
     */
    static Ruling<Pass> find(Target plain, List<Part> parts, List<Part> cookies) {
        Map<String, List<String>> inQuery = Place.QUERY.values(parts);
        if (!inQuery.isEmpty()) {
            return Ruling.of(read(inQuery, plain.url()), Why.BAD_PASS);
        }
        Map<String, List<String>> inCookies = Place.COOKIES.values(cookies);
        if (inCookies.isEmpty()) {
            return new Ruling.Refused<>(Why.NO_PASS);
        }
        if (inCookies.containsKey("Expires") && plain.url().contains("*")) {
            // Who signed a star for cookies meant more than one URL.
            return new Ruling.Refused<>(Why.ELSEWHERE);
        }
        return Ruling.of(read(inCookies, plain.url()), Why.BAD_PASS);
    }

    private static Optional<Pass> read(Map<String, List<String>> sent, String url) {
        boolean isClear = sent.values().stream().allMatch(values -> values.size() == 1)
                && sent.containsKey("Expires") != sent.containsKey("Policy");
        if (!isClear) {
            return Optional.empty();
        }
        Optional<String> keyId = value(sent, "Key-Pair-Id");
        Optional<String> hash =
                Optional.of(value(sent, "Hash-Algorithm").orElse("SHA1")).filter(HASHES::contains);
        Optional<byte[]> signature = value(sent, "Signature").flatMap(OddBase64::decoded);
        Optional<byte[]> policy = value(sent, "Policy")
                .flatMap(OddBase64::decoded)
                .or(() -> value(sent, "Expires").flatMap(expires -> written(url, expires)));
        return keyId.flatMap(key -> hash.flatMap(
                word -> signature.flatMap(signed -> policy.map(text -> new Pass(text, signed, key, word)))));
    }

    private static Optional<String> value(Map<String, List<String>> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The policy that says one URL and one time; empty if it would say something else. */
    private static Optional<byte[]> written(String url, String expires) {
        boolean isPlain = url.chars().noneMatch(one -> one == '"' || one == '\\')
                && expires.chars().allMatch(one -> one >= '0' && one <= '9');
        String text = "{\"Statement\":[{\"Resource\":\"" + url
                + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":" + expires + "}}}]}";
        return isPlain ? Optional.of(text.getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }
}
