package edgecraft.access;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern in which {@code *} stands for any characters and {@code ?} for one.
 *
 * <p>What is between two stars is a regular expression of its own, without anything that repeats without bound. Each is looked for
 * at the first place behind the one before: if it fits later only, it would have fitted there as well. So nothing is ever tried
 * twice.
 */
final class Glob {

    private static final Pattern TOKENS = Pattern.compile("(?s)\\\\\\?|\\?+|[^?\\\\]+|\\\\");

    private final List<Pattern> pieces = new ArrayList<>();

    private Glob(String text, boolean hasEscapes) {
        String[] between = text.replaceAll("\\*+", "*").split("\\*", -1);
        for (int i = 0; i < between.length; i++) {
            String last = i == between.length - 1 ? "\\z" : "";
            pieces.add(Pattern.compile(expression(between[i], hasEscapes) + last, Pattern.DOTALL));
        }
    }

    /** A pattern in which nothing else is special. */
    static Glob of(String text) {
        return new Glob(text, false);
    }

    /** A pattern in which {@code \?} is a question mark. */
    static Glob withEscapes(String text) {
        return new Glob(text, true);
    }

    private static String expression(String piece, boolean hasEscapes) {
        StringBuilder expression = new StringBuilder();
        Matcher token = TOKENS.matcher(piece);
        while (token.find()) {
            String found = token.group();
            if (found.charAt(0) == '?') {
                expression.append(".{").append(found.length()).append('}');
            } else if (!found.equals("\\?")) {
                expression.append(Pattern.quote(found));
            } else {
                expression.append(hasEscapes ? "\\?" : "\\\\.");
            }
        }
        return expression.toString();
    }

    /** Whether it is about the whole of a text. Takes no longer than the product of their lengths. */
    boolean matches(String text) {
        int from = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Matcher matcher = pieces.get(i).matcher(text).region(from, text.length());
            if (!(i == 0 ? matcher.lookingAt() : matcher.find())) {
                return false;
            }
            from = matcher.end();
        }
        return true;
    }
}
