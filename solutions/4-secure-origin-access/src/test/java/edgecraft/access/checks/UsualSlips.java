package edgecraft.access.checks;

import edgecraft.kit.DoorSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries the usual errors until one explains a signature. */
final class UsualSlips {

    private UsualSlips() {}

    /**
     * The error that makes this signature, if it is an usual one.
     *
     * @param signature as sent
     * @param right what should have been signed
     * @param signed the names of the signed fields, in the order in which the request names them
     * @param asked the target that the viewer asked for
     */
    static Optional<Slip> behind(
            String signature, Canonical right, List<String> signed, DoorSettings settings, Instant now, String asked) {
        Signing signing = Signing.of(settings, now);
        Stream<Slip> forms = FormSlips.of(right, signed, settings, asked).entrySet().stream()
                .map(other -> Slip.of(other.getKey(), other.getValue(), signing));
        Stream<Slip> keys = KeySlips.of(signing, settings, now).entrySet().stream()
                .map(other -> Slip.of(other.getKey(), right.text(), other.getValue()));
        return Stream.of(forms, keys, texts(right.text(), signing))
                .flatMap(slips -> slips)
                .filter(slip -> slip.signature().equals(signature))
                .findFirst();
    }

    private static Stream<Slip> texts(String canonical, Signing signing) {
        String right = signing.stringToSign(canonical);
        String hash = Signing.hash(canonical);
        return Stream.of(
                Slip.of("the canonical request is signed itself", canonical, signing, canonical),
                Slip.of("the canonical request is not hashed", canonical, signing, right.replace(hash, canonical)),
                Slip.of("the hash is hashed again", canonical, signing, right.replace(hash, Signing.hash(hash))),
                Slip.of("there is a line end after the string to sign", canonical, signing, right + "\n"),
                Slip.of("the line with the time is missing", canonical, signing, right.replaceFirst("\n[^\n]*", "")),
                Slip.of("the first line is missing", canonical, signing, right.substring(right.indexOf('\n') + 1)));
    }
}
