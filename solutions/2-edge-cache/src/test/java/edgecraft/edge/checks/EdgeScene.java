package edgecraft.edge.checks;

import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Request;
import edgecraft.kit.CachePolicy;
import edgecraft.kit.EdgeSettings;
import edgecraft.kit.host.TimeMark;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Scene;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An edge with an origin behind it. */
public final class EdgeScene implements Scene<EdgeSettings> {

    private static final int MIB = 1024 * 1024;
    private static final int KIB = 1024;

    /** The settings of an edge in front of the origin of these fixtures; each call gives the edge another name. */
    static EdgeSettings settingsFor(Fixtures fixtures) {
        return new EdgeSettings(
                "edge-" + fixtures.randoms().name(),
                fixtures.origin().uri(),
                null,
                CachePolicy.ordinary(),
                32 * MIB,
                256,
                fixtures.pace().times(Duration.ofSeconds(30)),
                token(fixtures),
                new TimeMark());
    }

    /** One that can be told without the settings: {@code serve} prints it. */
    private static String token(Fixtures fixtures) {
        return "token-" + fixtures.origin().uri().getPort();
    }

    @Override
    public String server() {
        return "edge";
    }

    @Override
    public EdgeSettings settings(Fixtures fixtures) {
        return settingsFor(fixtures);
    }

    @Override
    public List<String> furnish(Fixtures fixtures) {
        OriginStub origin = fixtures.origin();
        origin.answer("/")
                .field("Cache-Control", "max-age=10")
                .field("ETag", "\"home-1\"")
                .validates()
                .body(counted(origin, "home"));
        origin.answer("/style.css")
                .field("Content-Type", "text/css")
                .field("Cache-Control", "max-age=86400")
                .body("h1 { color: #0a6b5d }\n");
        origin.answer("/news").field("Cache-Control", "s-maxage=5, max-age=60").body(counted(origin, "news"));
        origin.answer("/account")
                .field("Cache-Control", "private")
                .body(request -> "For the eyes of " + first(request, "Cookie", "nobody") + " only\n");
        origin.answer("/hello")
                .field("Cache-Control", "max-age=60")
                .field("Vary", "Accept-Language")
                .body(request -> "Hello in " + first(request, "Accept-Language", "any language") + "\n");
        origin.answer("/form")
                .field("Cache-Control", "no-store")
                .body(request -> request.method() + " with " + request.body().length + " bytes\n");
        origin.answer("/old").status(302).field("Location", "/");
        origin.answer("/broken").status(503).body("not now\n");
        // Not a film that plays, but as long as a short one.
        origin.answer("/film.mp4")
                .field("Content-Type", "video/mp4")
                .field("ETag", "\"film-1\"")
                .field("Cache-Control", "max-age=3600")
                .ranges()
                .body(fixtures.randoms().bytes(8 * MIB));
        return List.of("/", "/style.css", "/news", "/account", "/hello", "/form", "/old", "/broken", "/film.mp4");
    }

    private static Function<Request, String> counted(OriginStub origin, String what) {
        return request -> "The " + what + ", as the origin told it the " + origin.count(request.target()) + ". time\n";
    }

    private static String first(Request request, String field, String otherwise) {
        return request.fieldValues(field).stream().findFirst().orElse(otherwise);
    }

    @Override
    public List<String> explain(Fixtures fixtures, Instance<EdgeSettings> instance) {
        URI origin = instance.settings().origin();
        List<String> lines = List.of(
                "Its origin    " + origin,
                "Invalidate    curl -i -H 'Authorization: Bearer " + token(fixtures) + "' --data-binary '/news' "
                        + instance.uri() + Owner.INVALIDATIONS,
                "What it cost  type 'origin': how often the origin was asked, and what it sent");
        // What another server was asked, nobody counts here.
        return origin.equals(fixtures.origin().uri()) ? lines : lines.subList(0, 2);
    }

    @Override
    public Optional<EdgeSettings> inFrontOf(Fixtures fixtures, URI behind) {
        return Optional.of(settings(fixtures).withOrigin(behind));
    }

    @Override
    public Optional<String> figures(Fixtures fixtures) {
        OriginStub origin = fixtures.origin();
        return Optional.of("The origin was asked %s, sent %d KiB, over %s."
                .formatted(
                        counted(origin.asked(), "time"),
                        (origin.line().sent() + KIB - 1) / KIB,
                        counted(origin.line().connections(), "connection")));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
