package edgecraft.edge.checks;

import edgecraft.fixtures.Field;
import edgecraft.fixtures.Fields;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Fields that go no further than the connection that they came on (RFC 9110 §7.6.1): some always, and two because
 * {@code Connection} lists them.
 *
 * @param secret a word in each of them and nowhere else
 */
record HopByHop(String secret) {

    private static final List<String> ALWAYS = List.of(
            "Keep-Alive",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Upgrade",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Authentication-Info");

    /**
     * The value of {@code Connection}; case makes no difference in it. Not with {@code keep-alive}, which would list
     * {@code Keep-Alive} too.
     */
    private String connection() {
        return "X-" + secret.toUpperCase(Locale.ROOT) + "-A,x-" + secret + "-b";
    }

    /** Those of a request. Without {@code Upgrade}: one that Jetty does not know it answers with 400 by itself. */
    List<Field> ofRequest() {
        return ofAnswer().stream()
                .filter(field -> !field.name().equals("Upgrade"))
                .toList();
    }

    /** All, {@code Connection} among them. */
    List<Field> ofAnswer() {
        Stream<String> names = Stream.concat(ALWAYS.stream(), Stream.of("X-" + secret + "-a", "X-" + secret + "-b"));
        return Stream.concat(
                        Stream.of(new Field("Connection", connection())), names.map(name -> new Field(name, secret)))
                .toList();
    }

    /**
     * They ended at the edge.
     *
     * @param passed what got through
     * @param who whom it got through to
     */
    void assertGone(Fields passed, String who) {
        passed.lines().stream()
                .filter(line -> line.toString().toLowerCase(Locale.ROOT).contains(secret))
                .findFirst()
                .ifPresent(line -> {
                    throw new AssertionError("expected " + line.name() + " to end at the edge because "
                            + why(line.name()) + ", but " + who + " got " + line);
                });
    }

    private String why(String name) {
        return name.toLowerCase(Locale.ROOT).contains(secret) ? "Connection lists it" : "it is about one connection";
    }
}
