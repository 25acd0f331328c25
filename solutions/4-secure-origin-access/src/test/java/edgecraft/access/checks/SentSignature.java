package edgecraft.access.checks;

import edgecraft.fixtures.Request;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a request says of its signature, in its {@code Authorization}.
 *
 * @param accessKey the first part of its credential
 * @param scope the rest: date, region, service and {@code aws4_request}
 * @param signedHeaders as sent
 * @param signature as sent
 */
record SentSignature(String accessKey, List<String> scope, List<String> signedHeaders, String signature) {

    private static final String FORM = "AWS4-HMAC-SHA256 Credential=<key>/<date>/<region>/s3/aws4_request, "
            + "SignedHeaders=<names>, Signature=<hex>";

    private static final Set<String> PARTS = Set.of("Credential", "SignedHeaders", "Signature");

    /** Reads it from a request that reached the bucket. */
    static SentSignature of(Request sent) {
        List<String> lines = sent.fieldValues("Authorization");
        if (lines.size() != 1) {
            throw new AssertionError("expected one field Authorization in what the bucket is asked, but " + sent
                    + (lines.isEmpty() ? " has none" : " has " + lines.size()));
        }
        String line = lines.get(0);
        Map<String, String> parts = parts(line);
        List<String> credential =
                Arrays.asList(parts.getOrDefault("Credential", "").split("/", -1));
        boolean isComplete = parts.keySet().equals(PARTS) && credential.size() >= 5;
        if (!line.startsWith(Signing.ALGORITHM + " ") || !isComplete) {
            throw new AssertionError(
                    "expected Authorization in the form of Signature Version 4, " + FORM + ", but it is " + line);
        }
        int scope = credential.size() - 4;
        return new SentSignature(
                String.join("/", credential.subList(0, scope)),
                credential.subList(scope, credential.size()),
                Arrays.asList(parts.getOrDefault("SignedHeaders", "").split(";", -1)),
                parts.getOrDefault("Signature", ""));
    }

    private static Map<String, String> parts(String line) {
        Map<String, String> parts = new HashMap<>();
        String[] words = line.split(" ", 2);
        for (String part : words[words.length - 1].split(",")) {
            String[] sides = part.strip().split("=", 2);
            parts.put(sides[0], sides.length > 1 ? sides[1] : "");
        }
        return parts;
    }
}
