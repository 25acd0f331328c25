package edgecraft.edge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides which content codings the origin is asked for: one or none, so that no page has more than two variants of them. */
final class AcceptEncoding {

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final Pattern ABOVE_ZERO = Pattern.compile("1(\\.0*)?|0?\\.0*[1-9][0-9]*");

    /** A coding that a viewer names, and whether it takes it. */
    private record Choice(String coding, boolean taken) {}

    private AcceptEncoding() {}

    /** The fields of a request, with {@code Accept-Encoding: gzip} for those who take it, and none for all others. */
    static Fields normalised(Fields request) {
        Fields without = request.without("Accept-Encoding");
        return takesGzip(request) ? without.with("Accept-Encoding", "gzip") : without;
    }

    private static boolean takesGzip(Fields request) {
        List<Choice> choices = request.members("Accept-Encoding").stream()
                .map(AcceptEncoding::choice)
                .toList();
        boolean named = choices.stream().anyMatch(choice -> GZIP.contains(choice.coding()));
        return choices.stream()
                .filter(choice ->
                        named ? GZIP.contains(choice.coding()) : choice.coding().equals("*"))
                .anyMatch(Choice::taken);
    }

    private static Choice choice(String member) {
        String[] parts = member.toLowerCase(Locale.ROOT).split(";");
        boolean taken = Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(parameter -> parameter.startsWith("q="))
                .map(parameter -> parameter.substring(2).strip())
                .allMatch(weight -> ABOVE_ZERO.matcher(weight).matches());
        return new Choice(parts[0].strip(), taken);
    }
}
