package edgecraft.edge;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides which content codings the origin is asked for: one or none, so that no page has more than two variants of them. */
final class AcceptEncoding {

    private static final String NAME = "Accept-Encoding";
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    private AcceptEncoding() {}

    /** The fields of a request, with {@code Accept-Encoding: gzip} for those who take it, and none for all others. */
    static Fields normalised(Fields request) {
        return takesGzip(request.members(NAME)) ? request.replacing(NAME, "gzip") : request.without(NAME);
    }

    /** RFC 9110 §12.5.3: the star is about what is not named. */
    private static boolean takesGzip(List<String> members) {
        List<String[]> codings = members.stream()
                .map(member -> member.toLowerCase(Locale.ROOT).split(";", -1))
                .toList();
        List<String[]> named = codings.stream()
                .filter(parts -> GZIP.contains(parts[0].strip()))
                .toList();
        return named.isEmpty()
                ? codings.stream().anyMatch(parts -> parts[0].strip().equals("*") && weight(parts) > 0)
                : named.stream().anyMatch(parts -> weight(parts) > 0);
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            if (pair.length == 2 && pair[0].strip().equals("q")) {
                String number = pair[1].strip();
                return number.matches("[0-9]+(\\.[0-9]*)?") ? Double.parseDouble(number) : 0;
            }
        }
        return 1;
    }
}
