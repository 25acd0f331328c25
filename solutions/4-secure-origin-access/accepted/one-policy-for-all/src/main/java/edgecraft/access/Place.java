package edgecraft.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where viewers have their passes: in queries or in cookies, under other names. */
enum Place {
    QUERY(""),
    COOKIES("CloudFront-");

    private static final List<String> NAMES =
            List.of("Expires", "Policy", "Signature", "Key-Pair-Id", "Hash-Algorithm");

    private final String prefix;

    Place(String prefix) {
        this.prefix = prefix;
    }

    /** Whether the name is one that passes have here. */
    boolean isOurs(Part part) {
        return part.name().startsWith(prefix) && NAMES.contains(plain(part));
    }

    /** The values of what passes consist of, by their names in queries. */
    Map<String, List<String>> values(List<Part> parts) {
        return parts.stream()
                .filter(this::isOurs)
                .collect(Collectors.groupingBy(this::plain, Collectors.mapping(Part::value, Collectors.toList())));
    }

    /** What is not of a pass. */
    Stream<String> others(List<Part> parts) {
        return parts.stream().filter(part -> !isOurs(part)).map(Part::sent);
    }

    private String plain(Part part) {
        return part.name().substring(prefix.length());
    }
}
