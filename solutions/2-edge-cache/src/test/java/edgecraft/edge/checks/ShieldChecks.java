package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertAskedWith;
import static edgecraft.edge.checks.EdgeAssertions.assertCameAs;
import static edgecraft.edge.checks.EdgeAssertions.lastAsked;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.edge.checks.Forwarded.assertMembers;
import static edgecraft.edge.checks.Forwarded.assertReached;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.edge.checks.ShieldedSite.Place;
import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Gate;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.Request;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** In these checks the edge that a check is given is the shield. */
@Step("2.14")
class ShieldChecks {

    private static final String NOT_THERE = "nobody listens where the shield should be, so nothing was sent there";

    @Check(
            id = "four-edges-one-request",
            title = "four edges that miss the same page at the same time cost the origin one request",
            reference = "CloudFront guide: Origin Shield")
    void fourEdgesOneRequest(Instance<EdgeSettings> shield, OriginStub origin, Fixtures fixtures, Randoms random) {
        ShieldedSite site = new ShieldedSite(shield, fixtures);
        List<Place> edges = Stream.generate(site::edge).limit(4).toList();
        assertServe(origin, edges, served(origin, random));
        String target = page(random);
        String text = random.text(20);
        origin.answer(target).field("Cache-Control", "max-age=600").body(text);

        List<RawConnection> waiting = new ArrayList<>();
        try (Gate gate = origin.hold(target)) {
            for (int i = 0; i < 3; i++) {
                edges.forEach(edge -> waiting.add(edge.waitFor(target)));
            }
            gate.await(1);
            assertServe(origin, edges, served(origin, random));
            gate.open();
            waiting.forEach(viewer -> assertThat(viewer.readAnswer("GET", target))
                    .because("this is the page, whichever edge is asked for it")
                    .hasStatus(200)
                    .hasText(text));
        } finally {
            waiting.forEach(RawConnection::close);
        }
        assertAsked(origin, target, 1, "all four edges ask the shield, and for the shield they ask all the same");
    }

    /** Each of these edges has asked for this page; whoever asked it before that has arrived by now. */
    private static void assertServe(OriginStub origin, List<Place> edges, String target) {
        edges.forEach(edge -> assertThat(edge.get(target)).hasStatus(200));
        assertAsked(origin, target, 1, "the first edge asked for it, and since then the shield has it");
    }

    @Check(
            id = "age-adds-up",
            title = "a page that was 40 s in the shield is 40 s old in the edge",
            reference = "RFC 9111 §4.2.3, §5.1")
    void ageAddsUp(Instance<EdgeSettings> shield, OriginStub origin, Fixtures fixtures, Randoms random) {
        ShieldedSite site = new ShieldedSite(shield, fixtures);
        Place edge = site.edge();
        String target = page(random);
        String text = random.text(20);
        origin.answer(target).field("Cache-Control", "max-age=60").body(text);
        assertThat(site.shield().get(target)).hasStatus(200).hasText(text);

        shield.advance(Duration.ofSeconds(40));
        assertThat(edge.get(target)).because("the shield has it").hasStatus(200).hasText(text);
        assertAsked(origin, target, 1, "the shield has it, for " + site.host());
        shield.advance(Duration.ofSeconds(15));
        assertThat(edge.get(target))
                .because("it was 40 s in the shield, and 15 s in the edge")
                .hasStatus(200)
                .hasText(text)
                .hasFieldMatching("Age", Pattern.compile("5[56]"), "55 s");
        assertAsked(origin, target, 1, "it is 55 s old, and max-age lets it be used for 60 s");

        shield.advance(Duration.ofSeconds(10));
        assertThat(edge.get(target)).hasStatus(200).hasText(text);
        assertAsked(
                origin,
                target,
                2,
                "the origin sent it 65 s ago, and max-age lets it be used for 60 s, wherever it was");
    }

    @Check(
            id = "statuses-in-order",
            title = "each cache on the way says what it did: the shield first, then the edge",
            reference = "RFC 9211 §2; RFC 9110 §7.6.3")
    void statusesInOrder(Instance<EdgeSettings> shield, OriginStub origin, Fixtures fixtures, Randoms random) {
        String shieldName = "shield-" + random.name();
        shield.settings(settings -> settings.withName(shieldName));
        ShieldedSite site = new ShieldedSite(shield, fixtures);
        Place edge = site.edge();
        String target = served(origin, random);

        Answer first = edge.get(target);
        assertThat(first).hasStatus(200);
        assertCameAs("Miss", first);
        assertTell(first, shieldName, edge.name());
        CacheStatus.of(edge.name(), first).says("fwd", "uri-miss", "the edge had nothing for this target");
        CacheStatus.allOf(first).get(0).says("fwd", "uri-miss", "the shield had nothing for it either");
        assertSigned(lastAsked(origin, target).fieldValues("Via"), "the origin", edge.name(), shieldName);
        assertSigned(first.fieldValues("Via"), "the viewer", shieldName, edge.name());

        Answer second = edge.get(target);
        assertThat(second).hasStatus(200);
        assertCameAs("Hit", second);
        CacheStatus.of(edge.name(), second).says("hit", "the edge has it now");

        Place other = site.edge();
        Answer third = other.get(target);
        assertThat(third).hasStatus(200);
        assertCameAs("Miss", third);
        assertTell(third, shieldName, other.name());
        CacheStatus.of(other.name(), third).says("fwd", "uri-miss", "this edge had nothing for this target");
        CacheStatus.allOf(third).get(0).says("hit", "the shield has it since the first edge asked");
    }

    private static void assertTell(Answer answer, String... names) {
        List<String> caches =
                CacheStatus.allOf(answer).stream().map(CacheStatus::cache).toList();
        if (!caches.equals(List.of(names))) {
            throw new AssertionError("expected Cache-Status to tell of " + String.join(", then of ", names)
                    + ", because the answer came through both, but the answer has Cache-Status: "
                    + String.join(", ", answer.fieldValues("Cache-Status")));
        }
    }

    private static void assertSigned(List<String> via, String who, String... names) {
        List<String> members = Stream.of(names).map(name -> "1.1 " + name).toList();
        assertMembers("Via", members, via, who, "it came through both of them, in this order");
    }

    @Check(
            id = "refreshed-by-the-shield",
            title = "an edge asks the shield whether its copy is still good, and the shield's word is enough",
            reference = "RFC 9111 §4.3.1, §4.3.4; RFC 9110 §13.1.2")
    void refreshedByTheShield(Instance<EdgeSettings> shield, OriginStub origin, Fixtures fixtures, Randoms random) {
        ShieldedSite site = new ShieldedSite(shield, fixtures);
        Place edge = site.edge();
        String target = page(random);
        String text = random.text(20);
        origin.answer(target)
                .field("Cache-Control", "max-age=60")
                .field("ETag", "\"" + random.name() + "\"")
                .validates()
                .body(text);
        assertThat(edge.get(target)).hasStatus(200).hasText(text);
        assertThat(site.shield().get(target)).hasStatus(200).hasText(text);
        assertAsked(origin, target, 1, "the shield has it since the edge asked, for " + site.host());

        shield.advance(Duration.ofSeconds(70));
        assertThat(site.shield().get(target)).hasStatus(200).hasText(text);
        assertAsked(origin, target, 2, "the shield's copy was 70 s old, and max-age lets it be used for 60 s");
        shield.advance(Duration.ofSeconds(40));
        Answer refreshed = edge.get(target);
        assertThat(refreshed)
                .because("the edge's copy is stale, but the shield knows that it is still good")
                .hasStatus(200)
                .hasText(text);
        assertCameAs("RefreshHit", refreshed);
        assertAsked(origin, target, 2, "the shield asked the origin 40 s ago, and may answer the edge for 60 s");

        shield.advance(Duration.ofSeconds(30));
        assertThat(edge.get(target)).hasStatus(200).hasText(text);
        assertAsked(
                origin,
                target,
                3,
                "the origin was asked 70 s ago, and max-age lets its answer be used for 60 s: the shield's 304 said"
                        + " that it was 40 s old");
    }

    @Check(
            id = "hosts-stay-apart",
            title = "the shield learns whose page it is: two hosts have two pages there too",
            reference = "RFC 9110 §7.2; RFC 9111 §2")
    void hostsStayApart(Instance<EdgeSettings> shield, OriginStub origin, Fixtures fixtures, Randoms random) {
        ShieldedSite site = new ShieldedSite(shield, fixtures);
        List<Place> edges = List.of(site.edge(), site.edge());
        List<String> hosts = List.of(site.host(), "www." + random.name() + ".example");
        String target = page(random);
        origin.answer(target)
                .field("Cache-Control", "max-age=600")
                .body(request -> "page of " + String.join(" and ", request.fieldValues("X-Forwarded-Host")));

        for (Place edge : edges) {
            for (String host : hosts) {
                assertThat(ByHand.get(edge.viewer(), host, target, "X-Forwarded-For: 203.0.113.7"))
                        .because("the viewer asked for " + host + ", and the origin hears that from the shield")
                        .hasStatus(200)
                        .hasText("page of " + host);
            }
        }
        assertAsked(origin, target, 2, "there are two hosts, and the shield keeps a page for each");
        Request asked = lastAsked(origin, target);
        assertAskedWith(
                asked, "Host", origin.uri().getAuthority(), "that is what the shield's settings call the origin");
        assertMembers(
                "X-Forwarded-For",
                List.of("203.0.113.7", "127.0.0.1", "127.0.0.1"),
                asked.fieldValues("X-Forwarded-For"),
                "the origin",
                "the viewer sent the first, the edge saw the second, and the shield the third");
    }

    @Check(
            id = "shield-is-gone",
            title = "when nobody is where the shield was, the edge asks the origin itself",
            reference = "CloudFront guide: Origin Shield")
    void shieldIsGone(Instance<EdgeSettings> shield, OriginStub origin, Fixtures fixtures, Randoms random) {
        ShieldedSite site = new ShieldedSite(shield, fixtures);
        assertServe(origin, List.of(site.shield(), site.edge()), served(origin, random));

        Place alone = site.edge(fixtures.closedPort().uri());
        String target = served(origin, random);
        assertThat(alone.get(target)).because(NOT_THERE).hasStatus(200);
        Request asked = lastAsked(origin, target);
        assertAskedWith(asked, "Host", origin.uri().getAuthority(), "that is what the settings call the origin");
        assertAskedWith(asked, "X-Forwarded-Host", site.host(), "that is the Host that the viewer asked");
        byte[] order = random.text(200).getBytes(StandardCharsets.UTF_8);
        assertThat(alone.viewer().send("POST", target, order))
                .because(NOT_THERE)
                .hasStatus(200);
        assertReached(origin, target, "POST", order);
        assertAsked(origin, target, 2, "there was one GET and one POST, and each goes to the origin once");

        assertHangsUp(site, origin, fixtures.anotherOrigin(), page(random));

        OriginStub busy = fixtures.anotherOrigin();
        String other = served(origin, random);
        String sorry = random.text(5);
        busy.answer(other).status(503).field("Cache-Control", "no-store").body(sorry);
        Place behind = site.edge(busy.uri());
        assertThat(behind.get(other))
                .because("the shield answered 503, and that is passed on as from an origin")
                .hasStatus(503)
                .hasText(sorry);
        assertAskedWith(lastAsked(busy, other), "Host", site.host(), "a shield is asked for the viewer's host");
        assertThat(behind.viewer().send("POST", other, order))
                .because("whatever would go to the origin goes to the shield, a POST too, and the shield answered 503")
                .hasStatus(503)
                .hasText(sorry);
        assertAsked(origin, other, 0, "this shield is there, and has answered");
    }

    /** This shield has got the request, and perhaps has done what it says. */
    private static void assertHangsUp(ShieldedSite site, OriginStub origin, OriginStub shield, String target) {
        origin.answer(target);
        shield.line().hangsUp();
        assertThat(site.edge(shield.uri()).viewer().send("POST", target, new byte[0]))
                .because("the shield took the connection and the POST, and hung up without an answer: perhaps the POST"
                        + " was done")
                .hasStatus(502);
        assertAsked(shield, target, 1, "the settings say that this is the shield");
        assertAsked(
                origin, target, 0, "a POST that was sent to the shield is done twice if it is sent to the origin, too");
    }

    /** A page that may be kept for ten minutes. */
    private static String served(OriginStub origin, Randoms random) {
        String target = page(random);
        origin.answer(target).field("Cache-Control", "max-age=600").body(random.text(20));
        return target;
    }
}
