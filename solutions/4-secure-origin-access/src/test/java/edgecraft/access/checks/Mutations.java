package edgecraft.access.checks;

import edgecraft.fixtures.Randoms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A text with one character changed. */
final class Mutations {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-~_+/=.";

    private final Random random;

    Mutations(Randoms random) {
        this.random = new Random(new BigInteger(random.bytes(8)).longValue());
    }

    /**
     * Each character changed, from one place on: letters to the other case, and everything to something else that can be seen.
     *
     * @param but which characters stay as they are
     */
    List<String> of(String text, int from, String but) {
        List<String> all = new ArrayList<>();
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (but.indexOf(c) < 0) {
                all.add(with(text, at, another(c)));
                if (Character.isLetter(c)) {
                    all.add(with(text, at, (char) (c ^ 0x20)));
                }
            }
        }
        return all;
    }

    /** One character changed to each that base64 may have, and some that it may not. */
    static List<String> inBase64(String text, int at) {
        return ALPHABET.chars()
                .filter(c -> c != text.charAt(at))
                .mapToObj(c -> with(text, at, (char) c))
                .toList();
    }

    private char another(char than) {
        char c;
        do {
            c = (char) ('!' + random.nextInt('~' - '!' + 1));
        } while (c == than);
        return c;
    }

    private static String with(String text, int at, char c) {
        return text.substring(0, at) + c + text.substring(at + 1);
    }
}
