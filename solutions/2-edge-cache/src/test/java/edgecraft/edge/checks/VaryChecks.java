package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.assertAsked;
import static edgecraft.edge.checks.EdgeAssertions.assertAskedWith;
import static edgecraft.edge.checks.EdgeAssertions.lastAsked;
import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.edge.checks.Pages.assertOneEach;
import static edgecraft.edge.checks.Pages.pageFor;
import static edgecraft.edge.checks.Pages.said;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.AnswerAssert;
import edgecraft.fixtures.Fields;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The other half of the step: what the origin says tells answers apart. */
@Step("2.5")
class VaryChecks {

    private static final String LONG = "max-age=600";

    @Check(
            id = "vary",
            title = "Vary names what tells variants apart, and all of them are kept",
            reference = "RFC 9111 §4.1; RFC 9110 §12.5.5")
    void vary(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String name = "edge-" + random.name();
        edge.settings(settings -> settings.withName(name));
        String device = "X-" + random.name();
        List<String> names = List.of("Accept-Language", device);
        String target = page(random);
        pageFor(origin, target, "Accept-Language", device)
                .field("Cache-Control", LONG)
                .field("Vary", "Accept-Language, " + device);
        String a = random.name();
        List<String[]> viewers = List.of(
                new String[] {"Accept-Language", "de"},
                new String[] {"Accept-Language", "fr"},
                new String[] {},
                new String[] {device, "de"},
                new String[] {"Accept-Language", "de", device, a},
                new String[] {"Accept-Language", "de" + a},
                new String[] {"Accept-Language", "de", device, random.name()},
                new String[] {device, a, device, "b"},
                new String[] {device, a, device, "c"});

        assertOneEach(origin, viewer, target, names, viewers, "its Vary names " + String.join(" and ", names));
        assertThat(viewer.get(target, "Accept-Language", "fr", "X-Else", a))
                .because("Vary does not name X-Else")
                .hasStatus(200)
                .hasText(said(Fields.of("Accept-Language", "fr"), names));
        assertAsked(origin, target, viewers.size(), "there is a stored variant for everybody who asked");
        CacheStatus.of(name, viewer.get(target, "Accept-Language", "it"))
                .says("fwd", "vary-miss", "variants are stored under this key, and none is in Italian");

        String added = page(random);
        String text = random.text(12);
        origin.answer(added)
                .field("Cache-Control", LONG)
                .field("Vary", "Via, X-Forwarded-For")
                .body(text);
        for (int i = 0; i < 2; i++) {
            assertThat(viewer.get(added)).hasStatus(200).hasText(text);
        }
        assertAsked(
                origin,
                added,
                1,
                "both viewers sent the same: no Via and no X-Forwarded-For, before the edge added them");
    }

    @Check(
            id = "vary-star",
            title = "Vary: * is for one viewer only, wherever the star stands",
            reference = "RFC 9110 §12.5.5; RFC 9111 §4.1")
    void varyStar(OriginStub origin, Viewer viewer, Randoms random) {
        String kept = page(random);
        pageFor(origin, kept, "X-Viewer").field("Cache-Control", LONG).field("Vary", "Accept-Language");
        for (int i = 0; i < 2; i++) {
            assertThat(viewer.get(kept, "X-Viewer", i == 0 ? "the first" : "the second"))
                    .because("its Vary names Accept-Language, and neither viewer sent any")
                    .hasStatus(200)
                    .hasText("for the first");
        }

        for (List<String> lines : List.of(
                List.of("*"),
                List.of("Accept-Language, *"),
                List.of("*,Accept-Language"),
                List.of("Accept-Language", "*"),
                List.of("*", "Accept-Language"))) {
            String target = page(random);
            OriginAnswer answer = pageFor(origin, target, "X-Viewer").field("Cache-Control", LONG);
            lines.forEach(line -> answer.field("Vary", line));
            String why = "a star is in Vary (" + String.join(" and ", lines) + "), and so no request is like another";
            for (String name : List.of(random.name(), random.name())) {
                assertThat(viewer.get(target, "X-Viewer", name))
                        .because(why)
                        .hasStatus(200)
                        .hasText("for " + name);
            }
            assertAsked(origin, target, 2, why);
        }
    }

    @Check(
            id = "vary-changes",
            title = "when the origin begins to vary by something else, nobody gets another's variant",
            reference = "RFC 9111 §4.1")
    void varyChanges(Instance<EdgeSettings> edge, OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String old = random.text(12);
        origin.answer(target).field("Cache-Control", "max-age=10").body(old);
        for (String language : List.of("de", "fr")) {
            assertThat(viewer.get(target, "Accept-Language", language))
                    .because("the page does not vary yet")
                    .hasStatus(200)
                    .hasText(old);
        }
        assertAsked(origin, target, 1, "the page does not vary yet");

        edge.advance(Duration.ofSeconds(11));
        pageFor(origin, target, "Accept-Language").field("Cache-Control", LONG).field("Vary", "Accept-Language");
        assertOneEach(
                origin,
                viewer,
                target,
                List.of("Accept-Language"),
                List.of(new String[] {"Accept-Language", "de"}, new String[] {"Accept-Language", "fr"}),
                "since it was refreshed the page varies by Accept-Language");

        pageFor(origin, target, "X-Device").field("Cache-Control", LONG).field("Vary", "X-Device");
        assertOneEach(
                origin,
                viewer,
                target,
                List.of("X-Device"),
                List.of(
                        new String[] {"Accept-Language", "es", "X-Device", "phone"},
                        new String[] {"Accept-Language", "es", "X-Device", "tv"}),
                "there is no variant in Spanish, and the newest answer varies by X-Device");
        assertThat(viewer.get(target, "Accept-Language", "de"))
                .because("the newest answer varies by X-Device, which this viewer does not send, and what was stored by"
                        + " the Vary before is not given any more")
                .hasStatus(200)
                .hasText("for none");
        assertThat(viewer.get(target, "Accept-Language", "de", "X-Device", "phone"))
                .because("the newest answer varies by X-Device, and the page for phones is stored")
                .hasStatus(200)
                .hasText("for phone");
    }

    @Check(
            id = "accept-encoding-in-two",
            title = "however they spell it, viewers either take gzip or do not",
            reference = "RFC 9110 §12.5.3; CloudFront guide: serving compressed files")
    void acceptEncodingInTwo(OriginStub origin, Viewer viewer, Randoms random) {
        String target = page(random);
        String salt = random.name();
        origin.answer(target)
                .field("Cache-Control", LONG)
                .field("Vary", "Accept-Encoding")
                .body(request -> salt + (request.fieldValues("Accept-Encoding").contains("gzip") ? " gzip" : " plain"));

        for (String gzip : List.of(
                "gzip",
                "gzip, deflate, br, zstd",
                "br,gzip",
                "deflate, gzip;q=1.0, *;q=0.5",
                "br;q=1.0, gzip;q=0.8, *;q=0.1",
                "gzip ; q=0.001",
                "identity;q=0.5, gzip;q=0.3",
                "x-gzip",
                "br, GZip;Q=0.5",
                "*")) {
            assertThat(viewer.get(target, "Accept-Encoding", gzip))
                    .because("Accept-Encoding: " + gzip
                            + " takes gzip: the origin is asked for gzip, once for all of them")
                    .hasStatus(200)
                    .hasText(salt + " gzip");
        }
        assertThat(viewer.get(target, "Accept-Encoding", "br", "Accept-Encoding", "gzip"))
                .because("gzip is on the second line of Accept-Encoding, and two lines are one list")
                .hasStatus(200)
                .hasText(salt + " gzip");
        assertAsked(origin, target, 1, "they all take gzip, and the answer for gzip is stored");
        assertAskedWith(
                lastAsked(origin, target), "Accept-Encoding", "gzip", "that is all that the origin has to know");

        assertThat(viewer.get(target))
                .because("this viewer says nothing of gzip, and gets none")
                .hasStatus(200)
                .hasText(salt + " plain");
        for (String plain : List.of(
                "identity",
                "br",
                "deflate, br;q=0.9",
                "gzip;q=0",
                "br, gzip;q=0.000",
                "*;q=0",
                "gzipped",
                "gzip;q=0, *",
                "*, gzip;q=0")) {
            assertThat(viewer.get(target, "Accept-Encoding", plain))
                    .because("Accept-Encoding: " + plain
                            + " does not take gzip: the origin is asked for no coding, once for all of them")
                    .hasStatus(200)
                    .hasText(salt + " plain");
        }
        assertThat(viewer.get(target, "Accept-Encoding", "*", "Accept-Encoding", "gzip;q=0"))
                .because("gzip;q=0 is on the second line of Accept-Encoding, and two lines are one list")
                .hasStatus(200)
                .hasText(salt + " plain");
        assertAsked(origin, target, 2, "there are two kinds of viewers: those who take gzip and those who do not");

        String headed = page(random);
        assertThat(viewer.head(headed, "Accept-Encoding", "br, gzip;q=0.5")).hasStatus(404);
        assertAskedWith(
                lastAsked(origin, headed),
                "Accept-Encoding",
                "gzip",
                "HEAD is asked as GET is, and its viewer takes gzip");

        String posted = page(random);
        String spelled = "br;q=0.9, gzip;q=0.5";
        assertThat(viewer.send("POST", posted, new byte[] {'x'}, "Accept-Encoding", spelled))
                .hasStatus(404);
        assertAskedWith(
                lastAsked(origin, posted),
                "Accept-Encoding",
                spelled,
                "the viewer sent that with its POST, and only that of GET and HEAD is made one of two");
    }

    @Check(
            id = "plain-viewers-get-plain",
            title = "who does not take gzip never gets it, whoever asked before",
            reference = "RFC 9110 §8.4, §12.5.3")
    void plainViewersGetPlain(OriginStub origin, Viewer viewer, Randoms random) {
        for (List<Boolean> order : List.of(List.of(true, false), List.of(false, true))) {
            String target = page(random);
            byte[] plain = random.text(100).getBytes(StandardCharsets.UTF_8);
            byte[] packed = gzip(plain);
            for (boolean takes : order) {
                OriginAnswer answer = origin.answer(target)
                        .field("Cache-Control", LONG)
                        .field("Vary", "Accept-Encoding")
                        .body(takes ? packed : plain);
                if (takes) {
                    answer.field("Content-Encoding", "gzip");
                }
                assertCoded(viewer.get(target, "Accept-Encoding", takes ? "gzip" : "identity"), takes, plain, packed);
            }
            assertCoded(viewer.get(target, "Accept-Encoding", "br, gzip"), true, plain, packed);
            assertCoded(viewer.get(target, "Accept-Encoding", "gzip;q=0, br"), false, plain, packed);
            assertCoded(viewer.get(target), false, plain, packed);
            assertAsked(origin, target, 2, "it varies by Accept-Encoding, and both variants are stored");
        }
    }

    private static void assertCoded(Answer answer, boolean takes, byte[] plain, byte[] packed) {
        AnswerAssert coded = assertThat(answer)
                .because(takes ? "this viewer takes gzip" : "this viewer does not take gzip")
                .hasStatus(200);
        if (takes) {
            coded.hasField("Content-Encoding", "gzip").hasBody(packed);
        } else {
            coded.hasNoField("Content-Encoding").hasBody(plain);
        }
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
