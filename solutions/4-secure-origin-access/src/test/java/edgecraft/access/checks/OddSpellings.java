package edgecraft.access.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Texts that decoders of base64 take for a signature as well, though they aren't what a signer writes. */
final class OddSpellings {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-~";

    /** What the last character of a signature of 256 bytes can hold besides its two bits of it. */
    private static final int STRAY = 16;

    private OddSpellings() {}

    /** A ticket of an RSA key that expires when all three odd characters are in its signature. */
    static Ticket withAll(Gated gate, Signer signer, String film) {
        for (int later = 0; ; later++) {
            Ticket ticket = Ticket.canned(signer, gate.url(film), gate.later().plusSeconds(later));
            String signature = ticket.value("Signature");
            if (signature.contains("-") && signature.contains("~") && signature.endsWith("__")) {
                return ticket;
            }
        }
    }

    /** All that follow, and spaces, which cookies can have within. */
    static List<String> inCookies(String good) {
        String bare = good.replace("_", "");
        String half = good.substring(0, good.length() / 2);
        List<String> spaces = List.of(half + " " + good.substring(half.length()), bare + " __", bare + "_ _");
        return Stream.of(otherAlphabets(good), otherPadding(bare), strayBits(bare), withMore(good), spaces)
                .flatMap(List::stream)
                .toList();
    }

    /** The standard alphabet, and that of URLs, wholly and for one character alone. */
    static List<String> otherAlphabets(String good) {
        String standard = good.replace('-', '+').replace('_', '=').replace('~', '/');
        return List.of(
                standard,
                standard.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D"),
                standard.replace('+', '-').replace('/', '_'),
                standard.replace("=", "").replace('+', '-').replace('/', '_'),
                good.replace('-', '+'),
                good.replace("-", "%2B"),
                good.replace('~', '/'),
                good.replace("~", "%2F"),
                good.replace('_', '='),
                good.replace("_", "%3D"));
    }

    /** @param bare a signature without its padding */
    static List<String> otherPadding(String bare) {
        return List.of(
                bare, bare + "_", bare + "___", bare + "____", bare + "_=", bare + "=", bare + "__A", "__" + bare);
    }

    /** The same bytes, with bits set in the last character that no byte is made of. */
    static List<String> strayBits(String bare) {
        char last = bare.charAt(bare.length() - 1);
        List<String> stray = new ArrayList<>();
        for (int bits = 1; bits < STRAY; bits++) {
            char other = ALPHABET.charAt(ALPHABET.indexOf(last) + bits);
            stray.add(bare.substring(0, bare.length() - 1) + other + "__");
        }
        return stray;
    }

    /** White space and other characters, at the ends and within. */
    static List<String> withMore(String good) {
        List<String> more = new ArrayList<>();
        String half = good.substring(0, good.length() / 2);
        String rest = good.substring(half.length());
        for (String odd : List.of("%20", "+", "%0A", "%0D%0A", "%09", ".", "!", "%00", "%FF")) {
            more.addAll(List.of(good + odd, odd + good, half + odd + rest));
        }
        // The same to who decodes what is sent.
        more.add("%%%02X".formatted((int) good.charAt(0)) + good.substring(1));
        more.add(good.replace("-", "%2D"));
        return more;
    }
}
