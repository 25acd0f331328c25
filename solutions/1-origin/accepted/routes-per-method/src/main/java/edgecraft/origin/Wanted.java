package edgecraft.origin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One member of a {@code Range}, before the object's length is known. Numbers are of any size.
 *
 * @param first the first position; null if the last bytes are wanted
 * @param last the last position, or how many of the last bytes; null if all from the first on
 */
record Wanted(@Nullable BigInteger first, @Nullable BigInteger last) {

    private static final Pattern SET = Pattern.compile("(?i)bytes=(.*)");
    private static final Pattern MEMBER = Pattern.compile("(\\d*)-(\\d*)");
    private static final BigInteger ORDINARY = BigInteger.TWO.pow(50);

    /** The members of a {@code Range}; none if the field is not there, or not to be understood. */
    static List<Wanted> all(@Nullable String range) {
        Matcher set = SET.matcher(range == null ? "" : range.strip());
        List<Wanted> members = new ArrayList<>();
        if (set.matches()) {
            for (String text : set.group(1).split(",")) {
                Matcher member = MEMBER.matcher(text.strip());
                if (member.matches()) {
                    members.add(new Wanted(number(member.group(1)), number(member.group(2))));
                } else if (!text.isBlank()) {
                    return List.of();
                }
            }
        }
        return members.stream().allMatch(Wanted::makesSense) ? members : List.of();
    }

    /** Whether every store understands it alike: stores have their own ideas of huge numbers, and of what ends an object. */
    boolean isOrdinary() {
        return first != null && first.compareTo(ORDINARY) < 0 && (last == null || last.compareTo(ORDINARY) < 0);
    }

    /** In the words of a {@code Range}. */
    String inWords() {
        return "bytes=" + (first == null ? "" : first) + "-" + (last == null ? "" : last);
    }

    /** What there is of it in an object of this length. */
    Optional<Extent> in(long length) {
        BigInteger end = BigInteger.valueOf(length);
        BigInteger from = first != null ? first : end.subtract(last == null ? end : end.min(last));
        BigInteger to = first == null || last == null ? end : end.min(last.add(BigInteger.ONE));
        return from.compareTo(to) < 0
                ? Optional.of(new Extent(from.longValueExact(), to.longValueExact() - 1))
                : Optional.empty();
    }

    private boolean makesSense() {
        return first == null ? last != null : last == null || first.compareTo(last) <= 0;
    }

    private static @Nullable BigInteger number(String digits) {
        return digits.isEmpty() ? null : new BigInteger(digits);
    }
}
