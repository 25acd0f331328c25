package edgecraft.access.checks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lets a viewer in, in parts that a check puts together by hand, rightly or not.
 *
 * @param parts each {@code name=value}, by the names that URLs have
 */
record Ticket(List<String> parts) {

    Ticket {
        parts = List.copyOf(parts);
    }

    /** A canned one, with SHA-1, which need not be said. */
    static Ticket canned(Signer signer, String url, Instant expires) {
        return canned(signer, url, Long.toString(expires.getEpochSecond()), Signer.SHA1);
    }

    /**
     * A canned one that doesn't say by which hash it was made.
     *
     * @param expires whatever stands for a number of seconds
     */
    static Ticket canned(Signer signer, String url, String expires, String hash) {
        return of(signer, PolicyText.canned(url, expires), expires, hash);
    }

    /**
     * One for which another policy was signed than it says.
     *
     * @param signed the text that is signed
     */
    static Ticket of(Signer signer, String signed, String expires, String hash) {
        return new Ticket(
                List.of("Expires=" + expires, "Signature=" + signer.sign(signed, hash), "Key-Pair-Id=" + signer.id()));
    }

    /** With a further part at the end, {@code name=value}. */
    Ticket with(String part) {
        List<String> more = new ArrayList<>(parts);
        more.add(part);
        return new Ticket(more);
    }

    /** The same that says which hash it was made with. */
    Ticket by(String hash) {
        return with("Hash-Algorithm=" + hash);
    }

    Ticket without(String name) {
        return new Ticket(
                parts.stream().filter(part -> !part.startsWith(name + "=")).toList());
    }

    /** With another value in the place of one. */
    Ticket having(String name, String value) {
        return new Ticket(parts.stream()
                .map(part -> part.startsWith(name + "=") ? name + "=" + value : part)
                .toList());
    }

    /** The value of a part that is there. */
    String value(String name) {
        return parts.stream()
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    /** This target, and then the parts in its query. */
    String on(String target) {
        return target + (target.contains("?") ? "&" : "?") + String.join("&", parts);
    }

    /** The parts as cookies, each {@code name=value}. */
    List<String> cookies() {
        return parts.stream().map(part -> "CloudFront-" + part).toList();
    }

    /** The value of a {@code Cookie} field that has these, and others around them. */
    String cookie(String... others) {
        return Stream.concat(cookies().stream(), Stream.of(others)).collect(Collectors.joining("; "));
    }
}
