package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.MIB;
import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertKeepsWhatItMay;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.edge.checks.Stampedes.FEW;
import static edgecraft.edge.checks.Stampedes.assertAtTheOrigin;
import static edgecraft.edge.checks.Stampedes.assertMerges;
import static edgecraft.edge.checks.Stampedes.assertOneFetch;
import static edgecraft.edge.checks.Stampedes.assertOthersGoOn;
import static edgecraft.edge.checks.Stampedes.assertOwn;
import static edgecraft.edge.checks.Stampedes.assertPartsStayApart;
import static edgecraft.edge.checks.Stampedes.says;
import static edgecraft.fixtures.Expect.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Gate;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

@Step("2.7")
class StampedeChecks {

    private static final int CROWD = 200;

    private static final int SOME = 20;

    /** More than all buffers between an edge and a viewer who does not read. */
    private static final int LONG = 12 * MIB;

    private static final String VIEWER = "X-Viewer";

    @Check(
            id = "stampede",
            title = "200 viewers who miss the same page at the same time cost one request",
            reference = "RFC 9111 §4; CloudFront guide: simultaneous requests for the same object")
    void stampede(OriginStub origin, Viewer viewer, Randoms random) {
        assertKeepsWhatItMay(origin, viewer, random);
        String target = page(random);
        String text = random.text(30);
        origin.answer(target).field("Cache-Control", "max-age=600").body(text);

        assertOneFetch(origin, viewer, random, CROWD, target, text);

        assertThat(viewer.get(target))
                .because("the answer that all of them got is stored as well")
                .hasStatus(200)
                .hasText(text);
        assertAsked(origin, target, 1, "the answer that all of them got is stored as well");
    }

    @Check(
            id = "refresh-stampede",
            title = "200 viewers who find the same page out of date cost one request",
            reference = "RFC 9111 §4, §4.3; CloudFront guide: simultaneous requests for the same object")
    void refreshStampede(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String text = random.text(30);
        tagged(origin, target, "max-age=60", text, random);
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);
        assertThat(viewer.get(target)).hasStatus(200).hasText(text);
        assertAsked(origin, target, 1, "this page may be kept for 60 s, and the edge has it");

        edge.advance(Duration.ofSeconds(61));
        assertOneFetch(origin, viewer, random, CROWD, target, text);

        String next = random.text(30);
        tagged(origin, target, "max-age=60", next, random);
        edge.advance(Duration.ofSeconds(61));
        assertOneFetch(origin, viewer, random, SOME, target, next);
    }

    private static void tagged(OriginStub origin, String target, String control, String text, Randoms random) {
        origin.answer(target)
                .field("Cache-Control", control)
                .field("ETag", "\"" + random.name() + "\"")
                .body(text)
                .validates();
    }

    @Check(
            id = "variants-apart",
            title = "who waits gets the variant that suits, not the one that came first",
            reference = "RFC 9111 §4.1")
    void variantsApart(OriginStub origin, Viewer viewer, Randoms random) {
        assertMerges(origin, viewer, random);
        String target = page(random);
        List<String> languages = List.of("de", "fr", "it");
        says(origin, target, "Accept-Language")
                .field("Cache-Control", "max-age=600")
                .field("Vary", "Accept-Language");

        try (Gate gate = origin.hold(target);
                Waiting waiting = new Waiting(viewer)) {
            for (int i = 0; i < SOME; i++) {
                waiting.get(target, "Accept-Language", languages.get(i % 3));
            }
            gate.await(1);
            assertOthersGoOn(origin, viewer, random, 3);
            gate.open();

            List<Answer> answers = waiting.answers();
            for (int i = 0; i < SOME; i++) {
                String language = languages.get(i % 3);
                assertThat(answers.get(i))
                        .because("the page depends on Accept-Language, and this viewer sent " + language)
                        .hasStatus(200)
                        .hasText("for " + language);
            }
        }
    }

    @Check(
            id = "uncacheable-side-by-side",
            title = "when the answer is not for all, those who waited are not served one by one",
            reference = "RFC 9111 §4; Fastly guide: request collapsing")
    void uncacheableSideBySide(OriginStub origin, Viewer viewer, Randoms random) {
        assertMerges(origin, viewer, random);
        for (String control : List.of("no-store", "max-age=0", "no-cache")) {
            String target = page(random);
            List<String> names = Stream.generate(random::name).limit(SOME).toList();
            OriginAnswer answer = says(origin, target, VIEWER).field("Cache-Control", control);
            if (control.equals("no-cache")) {
                // It may be stored, to be asked about.
                answer.field("ETag", "\"" + random.name() + "\"");
            }

            assertOwn(
                    askedSideBySide(origin, viewer, random, target, names, "said Cache-Control: " + control),
                    names,
                    "the answer says Cache-Control: " + control);
        }

        String checked = page(random);
        String text = random.text(12);
        tagged(origin, checked, "no-cache", text, random);
        assertThat(viewer.get(checked)).hasStatus(200).hasText(text);
        List<String> names = Stream.generate(random::name).limit(SOME).toList();
        askedSideBySide(origin, viewer, random, checked, names, "was a 304 that said Cache-Control: no-cache")
                .forEach(answer -> assertThat(answer)
                        .because("the page is what it was, and each viewer asked")
                        .hasStatus(200)
                        .hasText(text));
    }

    /**
     * Viewers with these names ask, and when the first answer is there, the others are at the origin at the same time.
     *
     * @param what what the first answer says or is, so that the others can't use it
     */
    private static List<Answer> askedSideBySide(
            OriginStub origin, Viewer viewer, Randoms random, String target, List<String> names, String what) {
        try (Gate first = origin.hold(target);
                Waiting waiting = new Waiting(viewer)) {
            names.forEach(name -> waiting.get(target, VIEWER, name));
            first.await(1);
            assertOthersGoOn(origin, viewer, random, 3);
            try (Gate rest = origin.hold(target)) {
                first.open();
                // Not all of them: who came late, when the first answer was there, may wait for the next.
                assertAtTheOrigin(
                        rest,
                        SOME / 2,
                        target,
                        "the first answer " + what
                                + ", so all who waited have to ask the origin, and none has to wait for another");
            }
            return waiting.answers();
        }
    }

    @Check(
            id = "not-shared-in-parallel",
            title = "nobody gets another's page by asking at the same time",
            reference = "RFC 9111 §3.5, §5.2.2.7")
    void notSharedInParallel(OriginStub origin, Viewer viewer, Randoms random) {
        assertMerges(origin, viewer, random);
        String basket = page(random);
        List<String> names = Stream.generate(random::name).limit(FEW).toList();
        says(origin, basket, "Cookie").field("Cache-Control", "private, max-age=600");
        try (Gate gate = origin.hold(basket);
                Waiting waiting = new Waiting(viewer)) {
            names.forEach(name -> waiting.get(basket, "Cookie", name + "=1"));
            gate.await(1);
            assertOthersGoOn(origin, viewer, random, 3);
            gate.open();
            assertOwn(waiting.answers(), names.stream().map(name -> name + "=1").toList(), "the answer says private");
        }

        String account = page(random);
        List<String> who = List.of("Bearer " + random.name(), "", "Bearer " + random.name());
        says(origin, account, "Authorization").field("Cache-Control", "max-age=600");
        try (Gate gate = origin.hold(account);
                Waiting waiting = new Waiting(viewer)) {
            waiting.get(account, "Authorization", who.get(0));
            assertAtTheOrigin(gate, 1, account, "somebody who has signed in asked for it");
            waiting.get(account);
            assertAtTheOrigin(gate, 2, account, "nobody waits for the answer to a request with Authorization");
            waiting.get(account, "Authorization", who.get(2));
            assertAtTheOrigin(gate, 3, account, "a request with Authorization waits for nobody's answer");
            gate.open();
            assertOwn(waiting.answers(), who, "it depends on Authorization");
        }
    }

    @Check(
            id = "posts-never-merge",
            title = "every POST reaches the origin, and a part never passes for the whole",
            reference = "RFC 9110 §9.2.3, §14.2; RFC 9111 §4")
    void postsNeverMerge(OriginStub origin, Viewer viewer, Randoms random) {
        assertMerges(origin, viewer, random);
        String form = page(random);
        List<String> orders = Stream.generate(() -> random.text(3)).limit(FEW).toList();
        origin.answer(form)
                .field("Cache-Control", "max-age=600")
                .body(request -> "for " + new String(request.body(), UTF_8));
        try (Gate gate = origin.hold(form);
                Waiting waiting = new Waiting(viewer)) {
            orders.forEach(order -> waiting.post(form, order));
            assertAtTheOrigin(gate, FEW, form, "each POST may do something, so none waits for another or is dropped");
            gate.open();
            assertOwn(waiting.answers(), orders, "it is the answer to this viewer's POST");
        }
        assertPartsStayApart(origin, viewer, random);
    }

    @Check(
            id = "other-keys-go-on",
            title = "while some pages are slow, all others are served",
            reference = "CloudFront guide: simultaneous requests for the same object")
    void otherKeysGoOn(OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        assertMerges(origin, viewer, random);
        String text = random.text(30);
        List<String> slow = Stream.generate(() -> page(random)).limit(8).toList();
        slow.forEach(target ->
                origin.answer(target).field("Cache-Control", "max-age=600").body(text));
        List<Gate> gates = slow.stream().map(origin::hold).toList();

        try (Waiting waiting = new Waiting(viewer)) {
            conversation.note("origin", "will be slow with 8 pages");
            slow.forEach(target -> waiting.get(2, target));
            for (int i = 0; i < slow.size(); i++) {
                assertAtTheOrigin(
                        gates.get(i), 1, slow.get(i), "each of these pages is slow, and none waits for another");
            }
            assertOthersGoOn(origin, viewer, random, 80);
            gates.forEach(Gate::open);
            waiting.answers()
                    .forEach(answer -> assertThat(answer)
                            .because("the origin was slow, and has answered now")
                            .hasStatus(200)
                            .hasText(text));
        } finally {
            gates.forEach(Gate::open);
        }
    }

    @Check(
            id = "first-leaves",
            title = "who came first may leave: the fetch goes on, for the others and for the store",
            reference = "CloudFront guide: simultaneous requests for the same object")
    void firstLeaves(OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        assertMerges(origin, viewer, random);
        for (int others : List.of(3, 0)) {
            String target = page(random);
            byte[] body = random.bytes(2 * MIB);
            origin.answer(target).field("Cache-Control", "max-age=600").body(body);
            // So that an edge has time to notice who is gone while the fetch is under way.
            origin.line().paces(10, Duration.ofMillis(100));

            try (Gate gate = origin.hold(target);
                    Waiting waiting = new Waiting(viewer)) {
                try (Waiting first = new Waiting(viewer)) {
                    first.get(target);
                    gate.await(1);
                    origin.line().passes();
                    waiting.get(others, target);
                    assertOthersGoOn(origin, viewer, random, 3);
                }
                conversation.note("viewer", "who came first closes the connection");
                gate.open();
                waiting.answers()
                        .forEach(answer -> assertThat(answer)
                                .because("it is not this viewer who left")
                                .hasStatus(200)
                                .hasBody(body));
            }
            origin.line().becomesIdle();
            assertThat(viewer.get(target)).hasStatus(200).hasBody(body);
            assertAsked(origin, target, 1, "the viewer who came first has left, but the fetch goes on and is stored");
        }
    }

    @Check(
            id = "first-is-slow",
            title = "who came first may be slow: nobody else has to wait for that",
            reference = "CloudFront guide: simultaneous requests for the same object")
    void firstIsSlow(OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        assertMerges(origin, viewer, random);
        String target = page(random);
        byte[] body = random.bytes(LONG);
        origin.answer(target).field("Cache-Control", "max-age=600").body(body);

        try (Gate gate = origin.hold(target);
                BitByBit first = BitByBit.of(viewer, target, body)) {
            conversation.note("viewer", "who comes first reads nothing for now");
            gate.await(1);
            try (BitByBit second = BitByBit.of(viewer, target, body)) {
                assertOthersGoOn(origin, viewer, random, 3);
                gate.open();
                assertThat(second.head())
                        .because("only the viewer who came first is slow")
                        .hasStatus(200);
                second.readAll();
            }
            assertThat(first.head()).because("this viewer begins to read now").hasStatus(200);
            first.readAll();
        }
        assertAsked(origin, target, 1, "both asked for it at the same time");
    }

    @Check(
            id = "first-breaks-off",
            title = "when a fetch breaks off, one of those who wait takes over for all",
            reference = "RFC 9112 §8; RFC 9111 §3.3")
    void firstBreaksOff(OriginStub origin, Viewer viewer, Conversation conversation, Randoms random) {
        assertMerges(origin, viewer, random);
        String target = page(random);
        byte[] body = random.bytes(20_000);
        origin.answer(target).field("Cache-Control", "max-age=600").body(body);

        try (Gate broken = origin.hold(target);
                Waiting first = new Waiting(viewer);
                Waiting waiting = new Waiting(viewer)) {
            conversation.note("origin", "will break off after 1,000 of 20,000 bytes, once");
            origin.line().breaksAfter(1000);
            first.get(target);
            broken.await(1);
            origin.line().passes();
            waiting.get(FEW, target);
            assertOthersGoOn(origin, viewer, random, 3);
            try (Gate whole = origin.hold(target)) {
                broken.open();
                assertAtTheOrigin(whole, 1, target, "the fetch broke off, and one of those who waited takes over");
                assertOthersGoOn(origin, viewer, random, 3);
            }
            assertWhole(waiting, body);
        }
        assertAsked(origin, target, 2, "when the first fetch broke off, one of those who waited took over for all");
    }

    private static void assertWhole(Waiting waiting, byte[] body) {
        try {
            waiting.answers()
                    .forEach(answer -> assertThat(answer)
                            .because("another's fetch broke off; the next one did not")
                            .hasStatus(200)
                            .hasBody(body));
        } catch (BrokenAnswerException cutOff) {
            throw new AssertionError(
                    "expected all who waited to get the whole page, because when the fetch broke off one of them took"
                            + " over, but a viewer who had waited was cut off: what they had begun to read must be"
                            + " brought to its end by the next fetch, or not be handed on before it is whole",
                    cutOff);
        }
    }

    @Check(
            id = "silent-for-all",
            title = "when the origin is silent, all who wait hear so, and nobody waits again",
            reference = "RFC 9110 §15.6.3, §15.6.5")
    void silentForAll(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        edge.settings(settings -> settings.withTimeout(viewer.serversPatience()));
        assertKeepsWhatItMay(origin, viewer, random);
        String text = random.text(30);
        origin.answerAll().field("Cache-Control", "max-age=600").body(text);
        String target = page(random);
        for (int attempts = 1; !allHearThatItIsSilent(origin, viewer, random, target); attempts++) {
            if (attempts == 3) {
                throw new IllegalStateException("this machine was too busy to ask for one page " + FEW
                        + " times while it is silent. Close other programs, and run the check again");
            }
            target = page(random);
        }
        try (Gate gate = origin.hold(target);
                Waiting waiting = new Waiting(viewer)) {
            waiting.get(FEW, target);
            assertAtTheOrigin(gate, 1, target, "the fetch before is over, with its 504, and these viewers begin anew");
            origin.line().isGone();
            waiting.answers()
                    .forEach(answer -> assertThat(answer)
                            .because("the connection to the origin broke, and there is no other")
                            .hasStatus(502));
        }
        origin.line().passes();
        assertThat(viewer.get(target))
                .because("the origin answers again, and an error of the edge's own is not kept")
                .hasStatus(200)
                .hasText(text);
    }

    /** Some ask while the origin is silent. Whether they did so together: who comes when its time is over begins anew. */
    private static boolean allHearThatItIsSilent(OriginStub origin, Viewer viewer, Randoms random, String target) {
        Duration mayWait = viewer.serversPatience();
        try (Gate silence = origin.hold(target);
                Waiting waiting = new Waiting(viewer)) {
            long began = System.nanoTime();
            waiting.get(FEW, target);
            silence.await(1);
            assertOthersGoOn(origin, viewer, random, 3);
            boolean together = System.nanoTime() - began < mayWait.toNanos() / 3;
            waiting.answers()
                    .forEach(answer -> assertThat(answer)
                            .because("the settings let the edge wait for " + mayWait.toSeconds()
                                    + " s, and the origin has not answered")
                            .hasStatus(504));
            if (together) {
                assertAsked(origin, target, 1, "all of them waited for the same fetch, and its 504 is for all of them");
            }
            return together;
        }
    }
}
