package edgecraft.edge.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import java.util.List;
import java.util.Optional;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parameters;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;

/**
 * What one cache says in the list of {@code Cache-Status} (RFC 9211).
 *
 * @param cache what it is called
 * @param parameters what it says
 * @param line the whole list, for messages
 */
record CacheStatus(String cache, Parameters parameters, String line) {

    private static final String BOOLEAN_TRUE = "true";

    /** What each cache says, the one nearest to the origin first. */
    static List<CacheStatus> allOf(Answer answer) {
        assertThat(answer)
                .because("every answer says what the caches on its way did")
                .hasField("Cache-Status");
        List<String> lines = answer.fieldValues("Cache-Status");
        String line = String.join(", ", lines);
        try {
            return new Parser(lines)
                    .parseList().get().stream()
                            .map(member -> new CacheStatus(name(member), member.getParams(), line))
                            .toList();
        } catch (ParseException notAList) {
            throw new AssertionError(
                    "expected a list of caches with parameters, as in ExampleCache; hit; ttl=30, but the answer has"
                            + " Cache-Status: " + line,
                    notAList);
        }
    }

    /** A token, or a text in quotes. */
    private static String name(ListElement<?> member) {
        return member instanceof Item<?> item ? item.get().toString() : "";
    }

    /** What this cache says, which has answered the viewer: it says so once, at the end. */
    static CacheStatus of(String cache, Answer answer) {
        List<CacheStatus> all = allOf(answer);
        List<String> names = all.stream().map(CacheStatus::cache).toList();
        if (names.isEmpty() || names.indexOf(cache) != names.size() - 1) {
            throw new AssertionError("expected one member for " + cache
                    + ", and as the last, because it is the cache that is nearest to the viewer, but the answer has"
                    + " Cache-Status: " + String.join(", ", answer.fieldValues("Cache-Status")));
        }
        return all.get(all.size() - 1);
    }

    /**
     * It says this. Of what is there or not, the value is {@code true}.
     *
     * @param why goes on after "because"
     */
    CacheStatus says(String key, String value, String why) {
        if (!value.equals(value(key).orElse(""))) {
            throw new AssertionError("expected " + cache + " to say " + words(key, value) + " because " + why
                    + ", but the answer has Cache-Status: " + line);
        }
        return this;
    }

    /** It says that this is so. */
    CacheStatus says(String flag, String why) {
        return says(flag, BOOLEAN_TRUE, why);
    }

    /** It does not say this. */
    CacheStatus doesNotSay(String key, String why) {
        if (!value(key).orElse("false").equals("false")) {
            throw new AssertionError("expected " + cache + " not to say " + key + " because " + why
                    + ", but the answer has Cache-Status: " + line);
        }
        return this;
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(parameters.get(key)).map(item -> item.get().toString());
    }

    private static String words(String key, String value) {
        return value.equals(BOOLEAN_TRUE) ? key : key + "=" + value;
    }
}
