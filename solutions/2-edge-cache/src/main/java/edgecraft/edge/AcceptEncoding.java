package edgecraft.edge;

import java.util.List;
import java.util.Locale;

/** Decides which content codings the origin is asked for: one or none, so that no page has more than two variants of them. */
final class AcceptEncoding {

    private AcceptEncoding() {}

    /** The fields of a request, with {@code Accept-Encoding: gzip} for those who take it, and none for all others. */
    static Fields normalised(Fields request) {
        Fields without = request.without("Accept-Encoding");
        return takesGzip(request.members("Accept-Encoding")) ? without.with("Accept-Encoding", "gzip") : without;
    }

    /** RFC 9110 §12.5.3: a coding that is named counts, and the star for one that is not. */
    private static boolean takesGzip(List<String> codings) {
        return codings.stream()
                .filter(coding -> List.of("gzip", "x-gzip").contains(name(coding)))
                .findFirst()
                .or(() -> codings.stream()
                        .filter(coding -> name(coding).equals("*"))
                        .findFirst())
                .filter(coding ->
                        !coding.replaceAll("\\s", "").toLowerCase(Locale.ROOT).matches(".*;q=0(\\.0*)?"))
                .isPresent();
    }

    private static String name(String coding) {
        return coding.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
