package edgecraft.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What paths mean, to the bucket and to others. */
final class Paths {

    private Paths() {}

    /** What the bucket understands; empty if a percent sign has not two hex digits after it. */
    static Optional<String> meaning(String path) {
        return Percent.decoded(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** What others understand, who tidy up. */
    static String tidied(String meaning) {
        String path = meaning.replace('\\', '/').replaceAll("/+", "/");
        List<String> kept = new ArrayList<>();
        List<String> segments = Arrays.asList(path.split("/", -1));
        for (String segment : segments.subList(1, segments.size())) {
            if (segment.equals("..") && !kept.isEmpty()) {
                kept.remove(kept.size() - 1);
            } else if (!isDots(segment)) {
                kept.add(segment);
            }
        }
        boolean isOpen = isDots(segments.get(segments.size() - 1)) && !kept.isEmpty();
        return "/" + String.join("/", kept) + (isOpen ? "/" : "");
    }

    /** Whether nobody has anything to take out of a path but slashes. */
    static boolean isClear(String meaning) {
        return Arrays.stream(meaning.replace('\\', '/').split("/", -1)).noneMatch(Paths::isDots);
    }

    private static boolean isDots(String segment) {
        return segment.equals(".") || segment.equals("..");
    }
}
