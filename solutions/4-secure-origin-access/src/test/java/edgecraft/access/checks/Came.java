package edgecraft.access.checks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What came back on a connection for what was sent there by hand.
 *
 * @param sent in ISO-8859-1
 * @param text all answers in ISO-8859-1; empty if the server closed without a word
 */
record Came(String sent, String text) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([2-9]\\d\\d)[ \r]");
    private static final Pattern TODO = Pattern.compile("(?i)Edgecraft-Todo: *([^\r\n]*)");
    private static final int MOST = 240;
    private static final int UNKNOWN_METHOD = 501;
    private static final int UNKNOWN_VERSION = 505;

    /** The status codes of all answers, in order, without interim ones. */
    List<Integer> statuses() {
        return STATUS.matcher(text)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
    }

    /** Whether one answer has this status. */
    boolean has(int status) {
        return statuses().contains(status);
    }

    /** The value of the first line with this name in the head of the first answer. */
    Optional<String> field(String name) {
        return text.split("\r\n\r\n", 2)[0]
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** There is one answer, with one of these codes. */
    Came hasStatusIn(String why, Integer... codes) {
        if (statuses().size() != 1 || !List.of(codes).contains(statuses().get(0))) {
            String any = List.of(codes).stream().map(String::valueOf).collect(Collectors.joining(" or "));
            throw new AssertionError("expected " + any + " for " + shown() + ", because " + why + ", but " + found());
        }
        return this;
    }

    /** Each answer says that this was the viewer's fault, or there is none, because the connection was closed. */
    Came isStopped(String why) {
        if (!statuses().stream().allMatch(Came::isRefusal)) {
            throw new AssertionError("expected " + shown() + " to be refused, because " + why + ", but " + found());
        }
        return this;
    }

    /** No answer says that this was the server's fault. */
    Came isNoAccident() {
        if (!statuses().stream().allMatch(status -> status < 500 || isRefusal(status))) {
            throw new AssertionError("expected a refusal at most for " + shown()
                    + ", because nothing that a viewer sends is the server's fault, but " + found());
        }
        return this;
    }

    /** Nothing that came has this in it, whatever its case. */
    Came lacks(String why, String what, String secret) {
        if (text.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT))) {
            throw new AssertionError("expected nothing that came back for " + shown() + " to have " + what
                    + " in it, because " + why + ", but it has: " + excerpt(text.substring(at(secret))));
        }
        return this;
    }

    private int at(String secret) {
        return Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(secret.toLowerCase(Locale.ROOT)) - 40);
    }

    private static boolean isRefusal(int status) {
        return (status >= 400 && status < 500) || status == UNKNOWN_METHOD || status == UNKNOWN_VERSION;
    }

    /** What was sent, in one line. */
    String shown() {
        return excerpt(sent);
    }

    /** What came, in half a sentence. */
    String found() {
        Matcher todo = TODO.matcher(text);
        if (todo.find()) {
            return todo.group(1);
        } else if (text.isEmpty()) {
            return "the connection was closed without an answer";
        }
        List<Integer> statuses = statuses();
        return switch (statuses.size()) {
            case 0 -> "this came, which is no answer: " + excerpt(text);
            case 1 -> "the answer was " + statuses.get(0);
            default -> "the answers were " + statuses;
        };
    }

    /** With what can't be seen written as in Java, and without the middle if it is long. */
    static String excerpt(String text) {
        String cut = text.length() <= MOST
                ? text
                : text.substring(0, MOST * 2 / 3) + " … " + text.substring(text.length() - MOST / 3);
        return '"'
                + IntStream.range(0, cut.length())
                        .mapToObj(i -> visible(cut.charAt(i)))
                        .collect(Collectors.joining())
                + '"';
    }

    private static String visible(char c) {
        return switch (c) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\u2026' -> "\u2026";
            default -> c >= ' ' && c < 0x7f ? String.valueOf(c) : "\\x%02x".formatted((int) c);
        };
    }
}
