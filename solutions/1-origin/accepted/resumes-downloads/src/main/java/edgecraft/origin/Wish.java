package edgecraft.origin;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.stream.Stream;

/** What a viewer wishes of an object, apart from which one. */
final class Wish {

    private final Context ctx;

    Wish(Context ctx) {
        this.ctx = ctx;
    }

    /** The status that an object is answered with because of the conditions; none if they let it through. */
    Optional<Integer> verdict(Item item) {
        boolean right = field("If-Match")
                .map(tags -> lists(tags, item.tag(), false))
                .or(() -> field("If-Unmodified-Since")
                        .flatMap(Dates::read)
                        .map(date -> !item.modified().isAfter(date)))
                .orElse(true);
        boolean known = field("If-None-Match")
                .map(tags -> lists(tags, item.tag(), true))
                .or(() -> field("If-Modified-Since")
                        .flatMap(Dates::read)
                        .map(date -> !item.modified().isAfter(date)))
                .orElse(false);
        return !right ? Optional.of(412) : known ? Optional.of(304) : Optional.empty();
    }

    boolean isForParts() {
        return field("Range").isPresent();
    }

    /** The bytes to send; none if all are. */
    Optional<Bytes> bytes(Item item) {
        boolean fits = field("If-Range")
                .map(validator ->
                        validator.equals(item.tag()) || Dates.read(validator).equals(Optional.of(item.modified())))
                .orElse(true);
        return fits ? field("Range").flatMap(range -> Bytes.wanted(range, item.length())) : Optional.empty();
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(ctx.header(name));
    }

    private static boolean lists(String tags, String tag, boolean weakly) {
        return members(tags)
                .anyMatch(member -> member.equals("*") || member.equals(tag) || weakly && member.equals("W/" + tag));
    }

    /** A comma ends a member, but not within quotes. */
    private static Stream<String> members(String list) {
        Stream.Builder<String> members = Stream.builder();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < list.length(); i++) {
            quoted ^= list.charAt(i) == '"';
            if (list.charAt(i) == ',' && !quoted) {
                members.add(list.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        return members.add(list.substring(begin).strip()).build();
    }
}
