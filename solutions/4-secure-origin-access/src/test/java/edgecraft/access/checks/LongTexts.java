package edgecraft.access.checks;

import java.util.List;
import java.util.stream.IntStream;

/** What takes long to read, or much room, for who isn't careful. */
final class LongTexts {

    private static final int A_FEW_KIB = 5_000;
    private static final int MIB = 1 << 20;

    private LongTexts() {}

    /** Queries: some fit into a head, some don't. */
    static List<String> queries(Siege siege) {
        String digits = "9".repeat(A_FEW_KIB);
        String signed = siege.ec().sign(PolicyText.canned(siege.gate().url(siege.film()), digits), Signer.SHA1);
        return List.of(
                "Expires=" + digits + "&Signature=" + signed + "&Key-Pair-Id="
                        + siege.ec().id(),
                "Expires=1&Signature=" + "A".repeat(A_FEW_KIB) + "&Key-Pair-Id="
                        + siege.ec().id(),
                "Expires=1&Signature=x&Key-Pair-Id=" + "K".repeat(A_FEW_KIB),
                "Expires=1&Signature=" + "_".repeat(A_FEW_KIB) + "&Key-Pair-Id="
                        + siege.ec().id(),
                "&".repeat(A_FEW_KIB),
                "=".repeat(A_FEW_KIB),
                "?".repeat(A_FEW_KIB),
                "Signature&".repeat(600),
                "Expires=1&".repeat(600),
                "a=1&".repeat(1_500) + "Signature=x",
                "a".repeat(100_000),
                "a&".repeat(MIB / 2),
                "Policy=" + "A".repeat(MIB));
    }

    /** Values of {@code Cookie}. */
    static List<String> cookies() {
        return List.of(
                ";".repeat(A_FEW_KIB),
                "=;".repeat(A_FEW_KIB / 2),
                "CloudFront-Signature=x;".repeat(250),
                "CloudFront-Policy=" + "A".repeat(A_FEW_KIB) + "; CloudFront-Signature=x; CloudFront-Key-Pair-Id=x",
                " ".repeat(A_FEW_KIB) + ";",
                "a=1; ".repeat(100_000),
                "CloudFront-Signature=" + "A".repeat(MIB));
    }

    /** Paths of a film, or of what some take for it. */
    static List<String> paths(String film) {
        return List.of(
                "/a/..".repeat(1_000) + film,
                "/.".repeat(A_FEW_KIB / 2) + film,
                "/".repeat(A_FEW_KIB) + film.substring(1),
                film + "%41".repeat(A_FEW_KIB / 3),
                film + "/..".repeat(A_FEW_KIB / 3) + film,
                film + "a".repeat(MIB));
    }

    /** Fields, more than anybody needs. */
    static String[] lines() {
        return IntStream.range(0, 20_000).mapToObj(i -> "X-" + i + ": " + i).toArray(String[]::new);
    }
}
