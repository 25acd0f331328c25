package edgecraft.access.checks;

import edgecraft.fixtures.Request;
import edgecraft.kit.DoorSettings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Judges what a door has asked of its bucket, more strictly than most stores do: with the door's keys and its clock, it signs what
 * was sent once more and compares.
 *
 * @param settings the door's
 * @param now the door's time
 */
record SignatureVerifier(DoorSettings settings, Instant now) {

    /**
     * Accepts a request, or says what is wrong with it.
     *
     * @param sent as it reached the bucket
     * @param method which it has to have
     * @param path which it has to have, percent-encoded, without the bucket
     * @param asked the target that the viewer asked for
     */
    void verify(Request sent, String method, String path, String asked) {
        String target = "/" + settings.bucket() + path;
        expect("the method " + method, sent.method(), method, asked);
        if (!sent.target().equals(target)) {
            throw new AssertionError("expected the bucket to be asked for " + target + " when a viewer asks for "
                    + asked + ", but it was asked for " + sent.target());
        }
        expect("no body", sent.body().length + " bytes", "0 bytes", asked);
        verify(sent, asked);
    }

    /** Accepts what says who signed it, and how, and when. */
    private void verify(Request sent, String asked) {
        one(sent, "Host", List.of(authority()));
        String timestamp = Signing.timestamp(now);
        one(sent, "x-amz-date", List.of(timestamp));
        one(sent, "x-amz-content-sha256", List.of(FormSlips.NO_PAYLOAD, FormSlips.UNSIGNED));
        SentSignature signature = SentSignature.of(sent);
        expect("the access key of the settings", signature.accessKey(), settings.accessKey(), asked);
        List<String> scope = Signing.of(settings, now).chain();
        List<String> parts = List.of("date", "region", "service", "end");
        for (int i = 0; i < scope.size(); i++) {
            String part = "the credential's " + parts.get(i) + " to be " + scope.get(i);
            expect(part, signature.scope().get(i), scope.get(i), asked);
        }
        verifyNames(sent, signature.signedHeaders());
        verifySignature(sent, signature, asked);
    }

    private static void verifyNames(Request sent, List<String> names) {
        List<String> sorted = List.copyOf(new TreeSet<>(names));
        boolean isLower = names.stream().allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
        if (!isLower || !names.equals(sorted)) {
            throw new AssertionError(
                    "expected SignedHeaders to name each field once, in lower case and sorted, but it is "
                            + String.join(";", names));
        }
        for (String name : names) {
            if (sent.fieldValues(name).isEmpty()) {
                throw new AssertionError("expected SignedHeaders to name what is sent, but it names " + name
                        + ", and no such field reached the bucket");
            }
        }
        for (String name : sent.fields().names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean isSigned = names.contains(lower);
            if (!isSigned && (lower.equals("host") || lower.startsWith("x-amz-"))) {
                throw new AssertionError("expected host and every field x-amz-* that is sent to be signed, but " + lower
                        + " was sent, and SignedHeaders is " + String.join(";", names));
            }
        }
    }

    private void verifySignature(Request sent, SentSignature signature, String asked) {
        Canonical right = Canonical.of(sent, signature.signedHeaders());
        String expected = Signing.of(settings, now).signature(right.text());
        SdkSignature.of(right, settings, now)
                .filter(sdk -> !sdk.equals(expected))
                .ifPresent(sdk -> {
                    throw new IllegalStateException("the AWS SDK signs this in another way: " + right.text());
                });
        if (signature.signature().equals(expected)) {
            return;
        }
        Optional<Slip> slip =
                UsualSlips.behind(signature.signature(), right, signature.signedHeaders(), settings, now, asked);
        throw new AssertionError(
                slip.map(found -> explained(found, right)).orElseGet(() -> unexplained(signature, right)));
    }

    private String explained(Slip slip, Canonical right) {
        String canonical = right.text();
        String text = Signing.of(settings, now).stringToSign(canonical);
        String told =
                "expected the signature over the request as it was sent, but this is the signature that comes out if "
                        + slip.words() + ".";
        if (!slip.canonical().equals(canonical)) {
            return told + "\n" + SideBySide.of("signed, it seems:", slip.canonical(), "sent, and expected:", canonical);
        } else if (!slip.stringToSign().equals(text)) {
            return told + " The canonical request is right.\n"
                    + SideBySide.of("string to sign, it seems:", slip.stringToSign(), "expected:", text);
        }
        return told + " The canonical request and the string to sign are right.";
    }

    private String unexplained(SentSignature signature, Canonical right) {
        return "expected the signature over the request as it was sent, but it is another, " + signature.signature()
                + ", and comes from none of the usual errors. The canonical request has to be\n"
                + right.text().indent(2)
                + "and the string to sign\n"
                + Signing.of(settings, now).stringToSign(right.text()).indent(2);
    }

    /** What {@code Host} has to be. */
    private String authority() {
        int port = settings.endpoint().getPort();
        int own = settings.endpoint().getScheme().equals("https") ? 443 : 80;
        String host = settings.endpoint().getHost();
        return port < 0 || port == own ? host : host + ":" + port;
    }

    private static void one(Request sent, String name, List<String> values) {
        List<String> lines = sent.fieldValues(name);
        if (lines.size() != 1 || !values.contains(lines.get(0))) {
            throw new AssertionError("expected the field " + name + ": " + String.join(" or ", values)
                    + " in what the bucket is asked, but " + sent
                    + (lines.isEmpty() ? " has none" : " has " + name + ": " + String.join(" and ", lines)));
        }
    }

    private static void expect(String what, String found, String right, String asked) {
        if (!found.equals(right)) {
            throw new AssertionError(
                    "expected " + what + " in what the bucket is asked for " + asked + ", but it was " + found);
        }
    }
}
