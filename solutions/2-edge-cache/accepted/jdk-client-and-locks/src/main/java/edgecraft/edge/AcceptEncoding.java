package edgecraft.edge;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides which content codings the origin is asked for: one or none, so that no page has more than two variants of them. */
final class AcceptEncoding {

    private static final String NAME = "Accept-Encoding";
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final Pattern POSITIVE = Pattern.compile("(?=.*[1-9])\\d+(\\.\\d*)?");

    private AcceptEncoding() {}

    /** The fields of a request, with {@code Accept-Encoding: gzip} for those who take it, and none for all others. */
    static Fields normalised(Fields request) {
        Fields plain = request.without(NAME);
        return takesGzip(request.members(NAME)) ? plain.with(NAME, "gzip") : plain;
    }

    /** What is said of gzip itself counts, and a star only if nothing is. */
    private static boolean takesGzip(List<String> members) {
        List<String> ofGzip =
                members.stream().filter(member -> GZIP.contains(coding(member))).toList();
        List<String> that = !ofGzip.isEmpty()
                ? ofGzip
                : members.stream().filter(member -> coding(member).equals("*")).toList();
        return that.stream().anyMatch(AcceptEncoding::isWanted);
    }

    private static String coding(String member) {
        return member.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isWanted(String member) {
        String[] parts = member.split(";");
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            if (parameter[0].strip().equalsIgnoreCase("q")) {
                return parameter.length == 2
                        && POSITIVE.matcher(parameter[1].strip()).matches();
            }
        }
        return true;
    }
}
