package edgecraft.access;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Patterns: what one token after the other takes of a text. It is a table of tokens and letters, two rows of it at a time. */
final class Wildcards {

    private Wildcards() {}

    /**
     * A letter of a text, and in which section of the text it stands.
     *
     * @param letter a code point
     */
    record Letter(int letter, Section section) {}

    /** The sections of URLs. Texts of other kinds are all path. */
    enum Section {
        HOST,
        PATH,
        /** The question mark that begins the query. */
        MARK,
        QUERY
    }

    /**
     * A part of a pattern.
     *
     * @param takes which letters it stands for
     * @param isMany whether it stands for any number of them and none, and not for one
     */
    record Token(Predicate<Letter> takes, boolean isMany) {

        static Token one(Predicate<Letter> takes) {
            return new Token(takes, false);
        }

        static Token many(Predicate<Letter> takes) {
            return new Token(takes, true);
        }
    }

    /** A simple pattern: stars, question marks and letters. */
    static List<Token> tokens(String pattern) {
        return pattern.codePoints()
                .mapToObj(letter -> switch (letter) {
                    case '*' -> Token.many(any -> true);
                    case '?' -> Token.one(any -> true);
                    default -> Token.one(other -> other.letter() == letter);
                })
                .toList();
    }

    /** A text that is all one section. */
    static List<Letter> letters(String text, Section section) {
        return text.codePoints().mapToObj(letter -> new Letter(letter, section)).toList();
    }

    /** Whether all tokens together take all of a text. */
    static boolean match(List<Token> pattern, List<Letter> text) {
        int end = pattern.size();
        // Whether the tokens before this one can have taken all letters so far.
        boolean[] row = new boolean[end + 1];
        boolean[] next = new boolean[end + 1];
        row[0] = true;
        skipMany(pattern, row);
        for (Letter letter : text) {
            Arrays.fill(next, false);
            for (int i = 0; i < end; i++) {
                Token token = pattern.get(i);
                if (row[i] && token.takes().test(letter)) {
                    next[token.isMany() ? i : i + 1] = true;
                }
            }
            skipMany(pattern, next);
            boolean[] used = row;
            row = next;
            next = used;
        }
        return row[end];
    }

    /** Many may be none. */
    private static void skipMany(List<Token> pattern, boolean[] row) {
        for (int i = 0; i < pattern.size(); i++) {
            if (row[i] && pattern.get(i).isMany()) {
                row[i + 1] = true;
            }
        }
    }
}
