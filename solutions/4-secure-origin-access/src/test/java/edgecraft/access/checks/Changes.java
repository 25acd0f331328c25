package edgecraft.access.checks;

import edgecraft.fixtures.Randoms;

/** Changes one character of a target, at random. What comes of it is a target still, but not the same one. */
final class Changes {

    private static final String POSSIBLE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~.+=&/";

    /** One in so many letters only changes its case. */
    private static final int CASE = 2;

    private final Randoms random;

    Changes(Randoms random) {
        this.random = random;
    }

    /** The target, with another character at this place. */
    String of(String target, int at) {
        char before = target.charAt(at);
        boolean turns = Character.isLetter(before) && number() % CASE == 0;
        char after = turns ? (char) (before ^ ' ') : another(before);
        return target.substring(0, at) + after + target.substring(at + 1);
    }

    private char another(char before) {
        char after = POSSIBLE.charAt(number() % POSSIBLE.length());
        return after == before ? another(before) : after;
    }

    private int number() {
        return Byte.toUnsignedInt(random.bytes(1)[0]);
    }
}
