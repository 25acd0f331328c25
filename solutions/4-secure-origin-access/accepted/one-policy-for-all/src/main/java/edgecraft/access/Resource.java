package edgecraft.access;

import static edgecraft.access.Wildcards.Section.HOST;
import static edgecraft.access.Wildcards.Section.MARK;
import static edgecraft.access.Wildcards.Section.PATH;
import static edgecraft.access.Wildcards.Section.QUERY;

import edgecraft.access.Wildcards.Letter;
import edgecraft.access.Wildcards.Section;
import edgecraft.access.Wildcards.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Which URLs a policy is about.
 *
 * @param text as the policy has it
 */
record Resource(String text) {

    /** The resource of policies that don't name one. */
    static final Resource ALL = new Resource("*");

    private static final String BEHIND_SCHEME = "://";

    /** Whether it is about this target: because it is the very URL, or by its wildcards. */
    boolean covers(Target target) {
        return text.equals(target.url())
                || Paths.meaning(target.path()).filter(Paths::isClear).isPresent() && matches(target);
    }

    private boolean matches(Target target) {
        int scheme = text.indexOf(BEHIND_SCHEME);
        return text.equals(ALL.text)
                || scheme >= 0
                        && Wildcards.match(Wildcards.tokens(text.substring(0, scheme)), Wildcards.letters("http", PATH))
                        && Wildcards.match(tokens(text.substring(scheme + BEHIND_SCHEME.length())), letters(target));
    }

    private static List<Letter> letters(Target target) {
        List<Letter> letters = new ArrayList<>(Wildcards.letters(target.host(), HOST));
        letters.addAll(Wildcards.letters(target.path(), PATH));
        String query = target.query();
        if (query != null) {
            letters.add(new Letter('?', MARK));
            letters.addAll(Wildcards.letters(query, QUERY));
        }
        return letters;
    }

    /** Host, path and query. */
    private static List<Token> tokens(String pattern) {
        int slash = pattern.indexOf('/');
        int path = slash < 0 ? pattern.length() : slash;
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            boolean isLast = i == pattern.length() - 1;
            if (letter == '\\' && !isLast && pattern.charAt(i + 1) == '?') {
                // In the query it is a question mark like others.
                tokens.add(Token.one(one -> one.letter() == '?' && one.section() != HOST));
                i++;
            } else if (letter == '*' && isLast) {
                tokens.add(Token.many(one -> true));
            } else {
                tokens.add(i < path ? inHost(letter) : behind(letter));
            }
        }
        return tokens;
    }

    private static Token inHost(char letter) {
        return switch (letter) {
            case '*' -> Token.many(one -> one.section() == HOST && one.letter() != '/');
            case '?' -> Token.one(one -> one.section() == HOST && one.letter() != '/');
            default -> Token.one(one -> one.section() == HOST && one.letter() == letter);
        };
    }

    /** Whether a token is in the path or the query, the text tells: by whether its question mark has been taken. */
    private static Token behind(char letter) {
        return switch (letter) {
            case '*' -> Token.many(one -> isWithin(one.section()));
            case '?' -> Token.one(one -> one.section() != HOST);
            default -> Token.one(one -> isWithin(one.section()) && one.letter() == letter);
        };
    }

    private static boolean isWithin(Section section) {
        return section == PATH || section == QUERY;
    }
}
