package edgecraft.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query or a {@code Cookie} field, taken apart in one go.
 *
 * @param pass what is for the gate: all values by their reserved names
 * @param others everything else, in order, as sent
 */
record Shown(Map<String, List<String>> pass, List<String> others) {

    private static final Set<String> NAMES = Set.of("Expires", "Policy", "Signature", "Key-Pair-Id", "Hash-Algorithm");

    /** What a query shows. */
    static Shown inQuery(@Nullable String query) {
        Shown shown = new Shown(new LinkedHashMap<>(), new ArrayList<>());
        if (query != null) {
            shown.read(query, '&', "");
        }
        return shown;
    }

    /** What all {@code Cookie} fields show together. */
    static Shown inCookies(List<String> lines) {
        Shown shown = new Shown(new LinkedHashMap<>(), new ArrayList<>());
        lines.forEach(line -> shown.read(line, ';', "CloudFront-"));
        return shown;
    }

    private void read(String text, char separator, String prefix) {
        boolean isCookie = separator == ';';
        int start = 0;
        int equals = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? separator : text.charAt(i);
            if (c == separator) {
                String name = text.substring(start, equals < 0 ? i : equals);
                String value = equals < 0 ? "" : text.substring(equals + 1, i);
                String all = text.substring(start, i);
                if (isCookie) {
                    take(name.strip(), value.strip(), all.strip(), prefix);
                } else {
                    take(name, value, all, prefix);
                }
                start = i + 1;
                equals = -1;
            } else if (c == '=' && equals < 0) {
                equals = i;
            }
        }
    }

    private void take(String name, String value, String all, String prefix) {
        if (name.startsWith(prefix) && NAMES.contains(name.substring(prefix.length()))) {
            pass.computeIfAbsent(name.substring(prefix.length()), none -> new ArrayList<>())
                    .add(value);
        } else {
            others.add(all);
        }
    }

    /** A query of what is left; null if nothing is. */
    @Nullable
    String otherQuery() {
        return others.isEmpty() ? null : String.join("&", others);
    }

    /** A {@code Cookie} field of what is left; empty if nothing is. */
    String otherCookies() {
        return String.join(
                "; ", others.stream().filter(cookie -> !cookie.isEmpty()).toList());
    }
}
