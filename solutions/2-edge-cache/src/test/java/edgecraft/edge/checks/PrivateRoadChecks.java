package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Crowd;
import edgecraft.fixtures.Gate;
import edgecraft.fixtures.NoAnswerException;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;
import java.util.stream.Stream;

@Step("2.11")
class PrivateRoadChecks {

    private static final byte[] NOTHING = new byte[0];

    @Check(
            id = "warm",
            title = "a thousand requests of twenty viewers need no more than eight connections",
            reference = "RFC 9112 §9.3, §9.4; CloudFront guide: persistent connections to the origin")
    void warm(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        int most = 8;
        edge.settings(settings -> settings.withOriginConnections(most));
        List<String> viewers = Stream.generate(random::name).limit(20).toList();
        origin.answerAll().field("Cache-Control", "no-store").body(request -> "This is " + request.target());

        Crowd.of(viewers.size(), i -> {
            for (int request = 0; request < 50; request++) {
                String target = "/" + viewers.get(i) + "/" + request;
                assertThat(viewer.get(target))
                        .because("the origin answers every request so")
                        .hasStatus(200)
                        .hasText("This is " + target);
            }
            return i;
        });

        if (origin.asked() != 1000) {
            throw new AssertionError(
                    "expected the origin to have been asked 1000 times, because there were 1000 different"
                            + " requests, and no answer may be stored; but it was asked " + origin.asked() + " times");
        }
        Road.of(origin).assertMost(most);
        Road.of(origin).assertUsedAgain(most);
    }

    @Check(
            id = "waits-for-a-free-one",
            title = "who finds all connections in use waits for one, but not for ever",
            reference = "CloudFront guide: persistent connections to the origin")
    void waitsForAFreeOne(
            Instance<EdgeSettings> edge, Fixtures fixtures, OriginStub origin, Viewer viewer, Randoms random) {
        int most = 3;
        edge.settings(settings -> settings.withOriginConnections(most));
        origin.answerAll().field("Cache-Control", "no-store").body(request -> "This is " + request.target());
        assertThat(viewer.get(page(random))).hasStatus(200);

        try (Held first = new Held(origin, viewer);
                Held others = new Held(origin, viewer)) {
            first.ask(random, most);
            first.assertAtTheOrigin("as many viewers ask, and the settings allow as many connections");
            others.ask(random, 4 * most);
            first.assertAnswered("the origin was slow, and has answered");
            others.assertAnswered("all connections were in use when this viewer asked, and then they were free again");
        }
        Road.of(origin).assertMost(most);

        Instance<EdgeSettings> hurried = edge.another(
                EdgeScene.settingsFor(fixtures).withOriginConnections(1).withTimeout(viewer.serversPatience()));
        assertDoesNotWaitForEver(hurried.viewer(), origin, random);
    }

    /** The only connection is in use: something comes now and then, and goes on for longer than any viewer waits. */
    private static void assertDoesNotWaitForEver(Viewer viewer, OriginStub origin, Randoms random) {
        String film = page(random);
        origin.answer(film).field("Cache-Control", "no-store").body(random.bytes(40_000));
        origin.line().paces(40, viewer.serversPatience().dividedBy(6));
        try (Gate gate = origin.hold(film);
                Waiting waiting = new Waiting(viewer)) {
            waiting.get(1, film);
            gate.await(1);
            gate.open();

            assertGivenUp(viewer, page(random));
        }
    }

    private static String mayWait(Viewer viewer) {
        return "the settings let the edge wait for " + viewer.serversPatience().toSeconds() + " s";
    }

    private static void assertGivenUp(Viewer viewer, String target) {
        String why = "the only connection is in use for much longer, and " + mayWait(viewer);
        try {
            assertThat(viewer.get(target)).because(why).hasStatusIn(502, 503, 504);
        } catch (NoAnswerException waited) {
            throw new AssertionError(
                    "expected status 504 because " + why + ", but there was " + waited.getMessage(), waited);
        }
    }

    @Check(
            id = "dead-connection",
            title = "a viewer does not notice that the origin has closed a kept connection",
            reference = "RFC 9112 §9.3.1; RFC 9110 §9.2.2")
    void deadConnection(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        int most = 8;
        edge.settings(settings -> settings.withOriginConnections(most));
        origin.answerAll().field("Cache-Control", "no-store").body(request -> "This is " + request.target());
        assertKeepsConnections(origin, viewer, random, most);

        for (int round = 0; round < 3; round++) {
            for (String method : List.of("GET", "HEAD")) {
                origin.line().hangsUpWhenKept(1);
                assertAnswered(
                        method, viewer, page(random), "the origin hung up on a kept connection when it was used");
                origin.line().passes();
                origin.line().closeKept();
                assertAnswered(method, viewer, page(random), "the origin had closed the kept connection");
            }
            openAll(origin, viewer, random, most);
            origin.line().closeKept();
            assertAnswered("GET", viewer, page(random), "the origin had closed all kept connections");
            openAll(origin, viewer, random, most);
            origin.line().hangsUpWhenKept();
            assertAnswered(
                    round == 1 ? "HEAD" : "GET",
                    viewer,
                    page(random),
                    "the origin hangs up on every kept connection when it is used");
            origin.line().passes();
        }
    }

    /** As many connections as may be are used at the same time, and kept. */
    private static void openAll(OriginStub origin, Viewer viewer, Randoms random, int most) {
        try (Held held = new Held(origin, viewer)) {
            held.ask(random, most);
            held.assertAtTheOrigin("as many viewers ask, and the settings allow as many connections");
            held.assertAnswered("the origin answers again");
        }
    }

    private static void assertAnswered(String method, Viewer viewer, String target, String what) {
        Answer answer = viewer.send(method, target, NOTHING);
        assertThat(answer)
                .because(what + "; " + method + " changes nothing there, so it may be sent again on a fresh one")
                .hasStatus(200)
                .hasText(method.equals("GET") ? "This is " + target : "");
    }

    /** Without kept connections, none can turn out dead. */
    private static void assertKeepsConnections(OriginStub origin, Viewer viewer, Randoms random, int most) {
        for (int i = 0; i < 3 * most; i++) {
            assertThat(viewer.get(page(random))).hasStatus(200);
        }
        Road.of(origin).assertUsedAgain(most);
    }

    @Check(
            id = "posts-are-sent-once",
            title = "a POST is sent once, whatever becomes of its answer",
            reference = "RFC 9110 §9.2.2; RFC 9112 §9.3.1")
    void postsAreSentOnce(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        int most = 4;
        edge.settings(settings -> settings.withOriginConnections(most).withTimeout(viewer.serversPatience()));
        origin.answerAll().field("Cache-Control", "no-store").body(random.text(1000));
        assertKeepsConnections(origin, viewer, random, most);

        for (int round = 0; round < 3; round++) {
            for (String method : List.of("POST", "PATCH")) {
                for (byte[] body : List.of(random.bytes(100), NOTHING)) {
                    // Whoever does not send this on a kept connection gets an answer.
                    origin.line().hangsUpWhenKept(1);
                    assertSentOnce(method, body, origin, viewer, page(random), 200, 502);
                    origin.line().passes();
                    assertThat(viewer.get(page(random))).hasStatus(200);
                }
            }
        }
        byte[] form = random.bytes(100);
        origin.line().hangsUp();
        assertSentOnce("POST", form, origin, viewer, page(random), 502);
        origin.line().isSilent();
        assertSentOnce("POST", form, origin, viewer, page(random), 504);
        origin.line().breaksAfter(100);
        assertSentOnceAndBroken(form, origin, viewer, page(random));
        origin.line().passes();
        for (int status : new int[] {500, 502, 503, 504}) {
            String target = page(random);
            origin.answer(target).status(status);
            assertSentOnce("POST", form, origin, viewer, target, status);
        }
    }

    private static void assertSentOnce(
            String method, byte[] body, OriginStub origin, Viewer viewer, String target, int... statuses) {
        assertThat(viewer.send(method, target, body))
                .because("that is what came of the one " + method + " that may be sent")
                .hasStatusIn(statuses);
        assertOnce(method, origin, target);
    }

    private static void assertSentOnceAndBroken(byte[] body, OriginStub origin, Viewer viewer, String target) {
        try {
            assertThat(viewer.send("POST", target, body))
                    .because("the origin broke off in the middle of its answer")
                    .hasStatus(502);
        } catch (BrokenAnswerException passedOn) {
            // As it came, so it went.
        }
        assertOnce("POST", origin, target);
    }

    private static void assertOnce(String method, OriginStub origin, String target) {
        EdgeAssertions.assertAsked(
                origin,
                target,
                1,
                "a " + method + " may have been done although its answer did not arrive: sent again, it is done twice");
    }

    @Check(
            id = "errors-bring-it-back",
            title = "however an answer ends, its connection is free for the next one",
            reference = "RFC 9112 §9.3")
    void errorsBringItBack(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        int most = 2;
        edge.settings(settings -> settings.withOriginConnections(most).withTimeout(viewer.serversPatience()));
        origin.answerAll().field("Cache-Control", "no-store").body(random.text(5000));
        assertThat(viewer.get(page(random))).hasStatus(200);

        assertAnswersBringItBack(origin, viewer, random, most);
        Road.of(origin).assertUsedAgain(most);

        origin.line().hangsUp();
        for (int i = 0; i <= most; i++) {
            assertThat(viewer.get(page(random))).because("the origin hung up").hasStatus(502);
        }
        assertFree(origin, viewer, random, most, "the connections that the origin closed don't count any more");
        origin.line().breaksAfter(100);
        for (int i = 0; i <= most; i++) {
            getBroken(viewer, page(random));
        }
        assertFree(origin, viewer, random, most, "the answers that broke off are over");
        origin.line().isSilent();
        Crowd.of(most, i -> viewer.get(page(random)))
                .forEach(answer -> assertThat(answer).because(mayWait(viewer)).hasStatus(504));
        assertFree(origin, viewer, random, most, "the edge has given up the requests that stayed without an answer");
    }

    @Check(
            id = "surplus",
            title = "what the origin sends behind an answer is never the next viewer's answer",
            reference = "RFC 9112 §6.3, §11.1")
    void surplus(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        edge.settings(settings -> settings.withOriginConnections(1));
        origin.answerAll().field("Cache-Control", "no-store").body(request -> "This is " + request.target());
        for (int round = 0; round < 3; round++) {
            String text = random.text(4);
            conversation.note("origin", "will send two answers to one request");
            origin.line()
                    .says("HTTP/1.1 200 OK\r\nCache-Control: no-store\r\nContent-Length: " + text.length() + "\r\n\r\n"
                            + text);
            assertThat(viewer.get(page(random)))
                    .because("that is the origin's answer; the second one, right behind it, nobody has asked for")
                    .hasStatus(200)
                    .hasText(text);
            origin.line().passes();
            origin.line().becomesIdle();
            for (int i = 0; i < 3; i++) {
                String target = page(random);
                assertThat(viewer.get(target))
                        .because(
                                "the second answer to an earlier request, which still waited on the kept connection, is"
                                        + " not the answer to this one")
                        .hasStatus(200)
                        .hasText("This is " + target);
            }
        }
    }

    private static void assertAnswersBringItBack(OriginStub origin, Viewer viewer, Randoms random, int most) {
        for (int status : new int[] {204, 302, 400, 403, 404, 410, 500, 502, 503, 504}) {
            for (int i = 0; i <= most; i++) {
                String target = page(random);
                OriginAnswer answer = origin.answer(target).status(status).field("Cache-Control", "no-store");
                if (status != 204) {
                    answer.body(random.text(500));
                }
                assertThat(viewer.get(target)).because("the origin answers so").hasStatus(status);
                EdgeAssertions.assertAsked(origin, target, 1, "a request that has its answer is not sent again");
            }
        }
        String tagged = page(random);
        String text = random.text(500);
        origin.answer(tagged)
                .field("Cache-Control", "no-cache")
                .field("ETag", "\"1\"")
                .validates()
                .body(text);
        for (int i = 0; i <= most; i++) {
            assertThat(viewer.get(tagged))
                    .because("this is the page, stored and confirmed by a 304 or fetched again")
                    .hasStatus(200)
                    .hasText(text);
            assertThat(viewer.head(page(random)))
                    .because("the origin answers so")
                    .hasStatus(200)
                    .hasNoBody();
        }
        assertFree(origin, viewer, random, most, "all answers up to now have come to their end");
    }

    private static void getBroken(Viewer viewer, String target) {
        try {
            assertThat(viewer.get(target)).because("the origin broke off").hasStatus(502);
        } catch (BrokenAnswerException passedOn) {
            // As it came, so it went.
        }
    }

    private static void assertFree(OriginStub origin, Viewer viewer, Randoms random, int connections, String why) {
        origin.line().passes();
        try (Held held = new Held(origin, viewer)) {
            held.ask(random, connections);
            held.assertAtTheOrigin("the settings allow " + connections + " connections, and " + why);
            held.assertAnswered("the origin answers again");
        }
    }

    @Check(
            id = "hundred-leave",
            title = "a hundred viewers who leave take no connection with them",
            reference = "RFC 9112 §9.3, §9.6")
    void hundredLeave(
            Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        int most = 8;
        edge.settings(settings -> settings.withOriginConnections(most));
        // So long that the edge can't help noticing that nobody takes it.
        origin.answerAll().field("Cache-Control", "no-store").body(random.bytes(128 * 1024));
        assertThat(viewer.get(page(random))).hasStatus(200);

        for (int left = 0; left < 100; left += most + 4) {
            try (Held held = new Held(origin, viewer);
                    Waiting waiting = new Waiting(viewer)) {
                held.ask(random, most);
                held.assertAtTheOrigin("those who have left by now, " + left + " viewers, need no connection any more");
                for (int i = 0; i < 4; i++) {
                    waiting.get(1, page(random));
                }
                conversation.note("viewers", "12 of them close their connections, without an answer");
            }
        }

        assertFree(origin, viewer, random, most, "everybody has left");
        Road.of(origin).assertSoonOpenAtMost(most);
    }
}
