package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;
import java.util.Map;

/** What reaches the inside of gate, door and bucket, and what is told of it. */
@Step("4.7")
class InsideChecks {

    private static final List<String> WRITES = List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    private static final List<String> OTHERS = List.of(
            "TRACE",
            "PROPFIND",
            "PROPPATCH",
            "MKCOL",
            "COPY",
            "MOVE",
            "LOCK",
            "PURGE",
            "BAN",
            "REPORT",
            "QUERY",
            "get",
            "Get",
            "HEAD2",
            "GETS",
            "GET\u00e9");

    @Check(
            id = "writes",
            title = "nothing but GET and HEAD comes through the gate or the door, whoever asks",
            reference = "RFC 9110 §15.5.6, §9.1; cdn map S23")
    void writes(Instance<AccessSettings> server, Fixtures fixtures, Bucket bucket) {
        Fortress fortress = Fortress.withLink(server, fixtures);
        List<String> keys = bucket.keys();
        int asked = fixtures.link().asked();
        // What the door would refuse as well shows only where there is none.
        Instance<AccessSettings> gate = server.another(
                fortress.gateSettings().withUpstream(fixtures.origin().uri()));
        List<Attacker> attackers = List.of(new Attacker(gate.viewer()), new Attacker(fortress.door()));

        for (Attacker attacker : attackers) {
            write(attacker, fortress.signedAt(gate.uri()), fortress.pagePath());
        }
        int reached = fixtures.link().asked() - asked + fixtures.origin().asked();
        if (reached > 0 || !bucket.keys().equals(keys)) {
            throw new AssertionError(
                    "expected nothing of this to come through, because gate and door are for reading, but " + reached
                            + " requests did, and the bucket has " + bucket.keys());
        }
        fortress.assertServes();
    }

    private static void write(Attacker attacker, String signed, String page) {
        String body = "written by a viewer";
        String length = "Content-Length: " + body.length();
        for (String method : WRITES) {
            for (String target :
                    List.of(signed, page, page + "?delete", page + "?uploads", "/", "/new.txt", "/?delete")) {
                refuseWrite(attacker.send(attacker.head(method, target, length, "X-HTTP-Method-Override: GET") + body));
            }
        }
        for (String method : OTHERS) {
            attacker.ask(method, page).isStopped("only GET and HEAD come through");
            attacker.ask(method, signed).isStopped("only GET and HEAD come through");
        }
    }

    private static void refuseWrite(Came came) {
        came.hasStatusIn("gate and door are for reading", 405);
        String allowed = came.field("Allow").orElse("");
        if (!allowed.contains("GET")
                || !allowed.contains("HEAD")
                || allowed.contains("POST")
                || allowed.contains("PUT")) {
            throw new AssertionError("expected Allow: GET, HEAD with the 405 for " + came.shown()
                    + ", because that is what comes through, but it is \"" + allowed + '"');
        }
    }

    @Check(
            id = "sub-resources",
            title = "no query of a viewer's reaches the bucket, not even one that is signed for S3",
            reference = "S3 API: authenticating requests (query parameters), GetObjectAcl, ListObjectsV2")
    void subResources(Instance<AccessSettings> server, Fixtures fixtures, Bucket bucket, OriginStub behind) {
        Fortress fortress = Fortress.of(server, fixtures);
        Attacker attacker = fortress.attacker();
        String presigned = Presigned.query(bucket, fortress.film().key());

        for (String query : SubResources.queries(presigned)) {
            Answer answer = fortress.gate().get(fortress.pagePath() + "?" + query);
            assertThat(answer)
                    .because("an object has no sub-resources for viewers: the query means nothing to the bucket's door")
                    .hasStatus(200)
                    .hasBody(fortress.page().body())
                    .hasField("Content-Type", fortress.page().fields().getOrDefault("Content-Type", ""));
            attacker.because("a query that isn't signed for the gate lets nobody in")
                    .get(fortress.filmPath() + "?" + query)
                    .hasStatusIn("a query that isn't signed for the gate lets nobody in", 403);
            attacker.get("/?" + query).hasStatusIn("what is in the bucket is nobody's business", 404);
            attacker.get("/" + bucket.name() + "?" + query).hasStatusIn("no object has that name", 404);
        }
        attacker.get("/" + bucket.name() + fortress.filmPath() + "?" + presigned)
                .isStopped("no object has that path");
        assertNoQueryBehind(fortress, server, behind, presigned);
        fortress.assertServes();
    }

    /** Another door, in front of a stub that remembers what it is asked. */
    private static void assertNoQueryBehind(
            Fortress fortress, Instance<AccessSettings> server, OriginStub behind, String presigned) {
        behind.answerAll().body("an object");
        Attacker door = new Attacker(
                server.another(fortress.settings().withEndpoint(behind.uri())).viewer());
        for (String query : SubResources.queries(presigned)) {
            door.get(fortress.pagePath() + "?" + query).hasStatusIn("the object is there", 200);
        }
        String expected = "/" + fortress.settings().bucket() + fortress.pagePath();
        behind.requests().forEach(request -> {
            if (!request.target().equals(expected)) {
                throw new AssertionError(
                        "expected the bucket to be asked for " + expected + " and no more, because the door asks for"
                                + " objects, but it was asked for " + request.target());
            }
        });
    }

    @Check(
            id = "refused-not-kept",
            title = "a refusal is for one viewer at one time: no cache keeps it, and the gate remembers nobody",
            reference = "RFC 9111 §3, §5.2.2.5; RFC 9110 §15.1; cdn map S7, S19, S20")
    void refusedNotKept(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        Siege siege = Siege.of(server, fixtures);
        Borrowed borrowed = new Borrowed(siege);

        for (String suffix : List.of(
                "", "/style.css", ".css", ".js", ".png", "%2Fstyle.css", "?style.css", "?v=1", "%00.css", ";.css")) {
            assertNotKept(siege, siege.film() + suffix);
        }
        borrowed.urls().keySet().forEach(target -> assertNotKept(siege, target));
        borrowed.cookies().keySet().forEach(cookie -> assertNotKept(siege, siege.film(), "Cookie: " + cookie));
        assertNotKept(siege, siege.film(), "Cache-Control: max-age=60", "Range: bytes=0-");
        rememberedNobody(siege);

        String cacheable = AccessScene.FILMS + random.name() + ".css";
        siege.upstream()
                .answer(cacheable)
                .field("Cache-Control", "private, max-age=5")
                .body("yours");
        assertThat(siege.gate().viewer().get(siege.gate().signed(siege.rsa(), cacheable)))
                .because("what may be kept of a film says who has it, whatever its name")
                .hasStatus(200)
                .hasField("Cache-Control", "private, max-age=5");
        siege.assertServes();
    }

    private static void assertNotKept(Siege siege, String target, String... lines) {
        for (String method : List.of("GET", "HEAD")) {
            Came came = siege.attacker()
                    .because("nobody has signed this")
                    .ask(method, target, lines)
                    .isStopped("nobody has signed this");
            boolean isKept = came.field("Cache-Control").stream().noneMatch(value -> value.contains("no-store"));
            // What the server says of itself, before the gate has seen it, is no refusal.
            if (came.has(403) && isKept) {
                throw new AssertionError("expected Cache-Control: no-store with the 403 for " + came.shown()
                        + ", because the next viewer may be let in, but it was "
                        + came.field("Cache-Control")
                                .map(value -> '"' + value + '"')
                                .orElse("not there"));
            }
        }
    }

    /** One after the other: what one has shown is no good for the next, and what one has done is no harm. */
    private static void rememberedNobody(Siege siege) {
        String cookies =
                "Cookie: " + String.join("; ", siege.rsa().cookies(siege.gate().url(siege.film()), siege.later()));
        for (int i = 0; i < 3; i++) {
            siege.assertRefused("nobody has signed this, although another viewer was let in", siege.film());
            siege.attacker()
                    .get(siege.film() + "?Expires=1&Signature=x&Key-Pair-Id="
                            + siege.rsa().id());
            siege.assertServes();
            assertThat(siege.gate().viewer().get(siege.film(), "Cookie", cookies.substring("Cookie: ".length())))
                    .because("these are cookies for the film, although another viewer was refused")
                    .hasStatus(200);
        }
    }

    @Check(
            id = "tells-no-secrets",
            title = "whatever goes wrong, no answer tells what is behind the door",
            reference = "OWASP Top 10 2021: A05; CWE-209")
    void tellsNoSecrets(Instance<AccessSettings> server, Fixtures fixtures, Bucket bucket, Randoms random) {
        Fortress fortress = Fortress.withLink(server, fixtures);
        Map<String, String> secrets = SubResources.secrets(fortress, fixtures);
        List<Attacker> attackers = List.of(new Attacker(fortress.gate()), new Attacker(fortress.door()));
        attackers.forEach(attacker -> secrets.forEach((text, what) -> attacker.mustNotSee(what, text)));
        List<String> targets = List.of(
                fortress.pagePath(),
                "/" + random.name(),
                "/",
                "/a%2Fb%20c?x=1",
                "/a|b",
                fortress.filmPath() + "x",
                fortress.signed(),
                fortress.filmPath() + "?Expires=x&Signature=x&Key-Pair-Id=x",
                fortress.filmPath() + "?Policy=e30_&Signature=e30_&Key-Pair-Id=x",
                "/.edgecraft/bucket-policy");

        lookAt(attackers, targets);
        for (Trouble trouble : Trouble.values()) {
            trouble.happensTo(fixtures.link());
            lookAt(attackers, targets);
        }
        fixtures.link().passes();
        fortress.assertServes();
    }

    private static void lookAt(List<Attacker> attackers, List<String> targets) {
        for (Attacker attacker : attackers) {
            for (String target : targets) {
                for (String method : List.of("GET", "HEAD", "DELETE")) {
                    attacker.look(attacker.head(method, target, "Range: bytes=0-", "If-None-Match: \"x\""));
                }
            }
        }
    }
}
