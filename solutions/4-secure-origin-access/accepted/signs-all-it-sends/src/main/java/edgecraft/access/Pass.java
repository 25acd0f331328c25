package edgecraft.access;

import edgecraft.kit.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a viewer shows to be let in.
 *
 * @param expires the end of a canned policy, as sent; empty with a custom one
 * @param policy the bytes of a custom policy; empty with a canned one
 */
record Pass(Optional<String> expires, Optional<byte[]> policy, byte[] signature, String keyId, String hash) {

    private static final Pattern SECONDS = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final long LAST_SECOND = Integer.MAX_VALUE;

    /**
     * Puts a pass together.
     *
     * @throws Refusal if it isn't whole, or says something twice
     */
    static Pass of(Shown shown) throws Refusal {
        Optional<String> expires = one(shown.pass(), "Expires");
        Optional<String> policy = one(shown.pass(), "Policy");
        Optional<String> signature = one(shown.pass(), "Signature");
        Optional<String> keyId = one(shown.pass(), "Key-Pair-Id");
        String hash = one(shown.pass(), "Hash-Algorithm").orElse("SHA1");
        if (signature.isEmpty() || keyId.isEmpty() || expires.isPresent() == policy.isPresent()) {
            throw new Refusal("A signature is needed for this, and all that belongs to it.");
        }
        if (!hash.equals("SHA1") && !hash.equals("SHA256")) {
            throw new Refusal("This hash is not known here.");
        }
        Optional<byte[]> custom = policy.isEmpty() ? Optional.empty() : Optional.of(bytes(policy.get()));
        return new Pass(expires, custom, bytes(signature.get()), keyId.get(), hash);
    }

    private static Optional<String> one(Map<String, List<String>> pass, String name) throws Refusal {
        List<String> values = pass.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new Refusal("Something is said twice.");
        }
        return values.stream().findFirst();
    }

    /** Base64 with {@code -_~} for {@code +=/}, and only in the one spelling that an encoder gives. */
    private static byte[] bytes(String text) throws Refusal {
        try {
            byte[] bytes = Base64.getDecoder()
                    .decode(text.replace('-', '+').replace('_', '=').replace('~', '/'));
            String spelled = Base64.getEncoder().encodeToString(bytes);
            if (spelled.replace('+', '-').replace('=', '_').replace('/', '~').equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below.
        }
        throw new Refusal("This is no signature.");
    }

    /**
     * Lets pass whom this pass is good for.
     *
     * @param resource what is asked for, without what a URL shows
     * @param viewer whom the connection comes from
     * @param now seconds since 1970
     * @throws Refusal if it is not good for that, or not signed by a key of the group
     * @throws IllegalArgumentException if the resource can't be said in a canned policy
     */
    void check(KeyRing keys, String group, Target resource, IpAddress viewer, long now) throws Refusal {
        if (policy.isPresent()) {
            keys.check(group, keyId, hash, signature, policy.get());
            CustomPolicy.of(policy.get()).check(resource, viewer, now);
        } else {
            String until = expires.orElseThrow();
            keys.check(group, keyId, hash, signature, canned(resource.url(), until));
            if (!SECONDS.matcher(until).matches()
                    || Long.parseLong(until) > LAST_SECOND
                    || now >= Long.parseLong(until)) {
                throw new Refusal("The time for this is over.");
            }
        }
    }

    private static byte[] canned(String url, String until) {
        if (url.indexOf('"') >= 0 || url.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("a quote in a URL");
        }
        return ("{\"Statement\":[{\"Resource\":\"" + url + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
                        + until + "}}}]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
