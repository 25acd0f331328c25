package edgecraft.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The field lines of a message, in order (RFC 9110 §5). Names are compared without case. Immutable: what changes something
 * returns new fields.
 *
 * @param lines one element for every line, repeated names included
 */
record Fields(List<Line> lines) {

    /** One line, as it was sent. */
    record Line(String name, String value) {}

    Fields {
        lines = List.copyOf(lines);
    }

    /** No fields, or those of these pairs of name and value. */
    static Fields of(String... pairs) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            lines.add(new Line(pairs[i], pairs[i + 1]));
        }
        return new Fields(lines);
    }

    /** Whether there is a line with this name. */
    boolean has(String name) {
        return lines.stream().anyMatch(line -> line.name.equalsIgnoreCase(name));
    }

    /** The value of the first line with this name. */
    Optional<String> first(String name) {
        return values(name).stream().findFirst();
    }

    /** The values of all lines with this name, in order; empty if there is none. */
    List<String> values(String name) {
        return lines.stream()
                .filter(line -> line.name.equalsIgnoreCase(name))
                .map(Line::value)
                .toList();
    }

    /**
     * The members of a list field, over all its lines (RFC 9110 §5.6.1): {@code gzip} and {@code br} of {@code gzip, br}. Commas
     * in quotes do not separate; spaces around a member are no part of it; there are no empty members.
     */
    List<String> members(String name) {
        return values(name).stream().flatMap(Fields::split).toList();
    }

    /** These fields, without those whose name matches. The name is handed over in lower case. */
    Fields without(Predicate<String> name) {
        return new Fields(lines.stream()
                .filter(line -> !name.test(line.name.toLowerCase(Locale.ROOT)))
                .toList());
    }

    /** These fields, without any with one of these names. */
    Fields without(String... names) {
        Set<String> these = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        these.addAll(List.of(names));
        return without(these::contains);
    }

    /** These fields and one more line at the end. */
    Fields with(String name, String value) {
        return new Fields(
                Stream.concat(lines.stream(), Stream.of(new Line(name, value))).toList());
    }

    /** These fields, with this line in the place of all that have its name. */
    Fields replacing(String name, String value) {
        return without(name).with(name, value);
    }

    private static Stream<String> split(String value) {
        List<String> members = new ArrayList<>();
        StringBuilder member = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && quoted && i + 1 < value.length()) {
                member.append(c);
                c = value.charAt(++i);
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                members.add(member.toString().strip());
                member.setLength(0);
                continue;
            }
            member.append(c);
        }
        members.add(member.toString().strip());
        return members.stream().filter(text -> !text.isEmpty());
    }
}
