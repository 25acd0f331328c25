package edgecraft.origin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the field {@code Range}. */
final class Slice {

    private static final Pattern SET = Pattern.compile("[Bb][Yy][Tt][Ee][Ss]=(.*)");
    private static final Pattern ONE = Pattern.compile("([0-9]*)-([0-9]*)");

    /** More parts than that are of no use to anybody. */
    private static final int TOO_MANY = 50;

    private Slice() {}

    /** The plan for an object of this length; none if all of it is to be sent. */
    static Optional<Plan> plan(String range, long length) {
        Matcher set = SET.matcher(range.strip());
        if (!set.matches()) {
            return Optional.empty();
        }
        List<String> parts = Stream.of(set.group(1).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() > TOO_MANY) {
            return Optional.of(new Plan(416, 0, 0));
        }
        Matcher one = ONE.matcher(parts.size() == 1 ? parts.get(0) : "");
        return one.matches() ? plan(one.group(1), one.group(2), length) : Optional.empty();
    }

    private static Optional<Plan> plan(String first, String last, long length) {
        if (first.isEmpty() && last.isEmpty() || !first.isEmpty() && !last.isEmpty() && compare(first, last) > 0) {
            return Optional.empty();
        }
        long end = first.isEmpty() || last.isEmpty() ? length : Math.min(length, capped(last, length) + 1);
        long begin = first.isEmpty() ? length - capped(last, length) : capped(first, length);
        return Optional.of(begin < end ? new Plan(206, begin, end - begin) : new Plan(416, 0, 0));
    }

    /** The number, or the limit if it is larger. */
    private static long capped(String digits, long limit) {
        return compare(digits, Long.toString(limit)) > 0 ? limit : Long.parseLong(digits);
    }

    /** Compares numbers of any size. */
    private static int compare(String one, String other) {
        String a = one.replaceFirst("^0+(?=.)", "");
        String b = other.replaceFirst("^0+(?=.)", "");
        return a.length() != b.length() ? a.length() - b.length() : a.compareTo(b);
    }
}
