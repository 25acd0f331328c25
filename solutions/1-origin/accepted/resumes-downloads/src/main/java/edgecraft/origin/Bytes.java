package edgecraft.origin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes in a row, from one position to before another. */
record Bytes(long from, long to) {

    private static final String UNIT = "bytes=";
    private static final Pattern MEMBER = Pattern.compile("(\\d*)-(\\d*)");

    /** The largest gap between two ranges that is sent along with them. */
    private static final long GAP = 4096;

    /** What a viewer gets of an object of this length: empty if there is nothing of what it wants, none if it gets all. */
    static Optional<Bytes> wanted(String range, long length) {
        String value = range.strip();
        if (!value.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return Optional.empty();
        }
        List<Bytes> asked = new ArrayList<>();
        for (String text : value.substring(UNIT.length()).split(",")) {
            if (text.isBlank()) {
                continue;
            }
            Optional<Bytes> bytes = one(text.strip(), length);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            asked.add(bytes.get());
        }
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        List<Bytes> there = asked.stream().filter(bytes -> !bytes.isEmpty()).toList();
        return there.isEmpty() ? Optional.of(new Bytes(0, 0)) : span(there);
    }

    boolean isEmpty() {
        return from >= to;
    }

    String contentRange(long length) {
        return "bytes " + from + "-" + (to - 1) + "/" + length;
    }

    private static Optional<Bytes> one(String text, long length) {
        Matcher member = MEMBER.matcher(text);
        if (!member.matches() || text.equals("-")) {
            return Optional.empty();
        }
        String first = member.group(1);
        String last = member.group(2);
        if (first.isEmpty()) {
            return Optional.of(new Bytes(length - number(last, length), length));
        }
        if (!last.isEmpty() && new BigInteger(last).compareTo(new BigInteger(first)) < 0) {
            return Optional.empty();
        }
        return Optional.of(new Bytes(number(first, length), last.isEmpty() ? length : number(last, length - 1) + 1));
    }

    private static Optional<Bytes> span(List<Bytes> there) {
        List<Bytes> sorted = there.stream()
                .sorted((one, other) -> Long.compare(one.from, other.from))
                .toList();
        Bytes all = sorted.get(0);
        for (Bytes next : sorted) {
            if (next.from > all.to + GAP) {
                return Optional.empty();
            }
            all = new Bytes(all.from, Math.max(all.to, next.to));
        }
        return Optional.of(all);
    }

    private static long number(String digits, long limit) {
        return new BigInteger(digits).min(BigInteger.valueOf(limit)).longValue();
    }
}
