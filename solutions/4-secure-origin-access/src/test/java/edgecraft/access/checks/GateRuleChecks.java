package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.kit.AccessRule;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.GateSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;

/** Which paths take a signature, and what who has none gets. */
@Step("4.4")
class GateRuleChecks {

    /** With a new name for each N. */
    private static final List<String> PRIVATE = List.of(
            "/films/N",
            "/films/",
            "/films/N.txt",
            "/films/posters/N",
            "/films/N/trailers/1",
            "/films/Trailers/N",
            "/%66ilms/N",
            "/%66%69lms%2FN",
            "/films/trailers",
            "/reports/2031.pdf",
            "/reports/20N.pdf",
            "/reports/20%33%31.pdf",
            "/reports/20%0A1.pdf",
            "/reports/20/1.pdf",
            "/N.key",
            "/N/x/y.key",
            "/open.key",
            "/N%2Ekey",
            "/a%20(b)/N/cd",
            "/a%20%28b%29/x/N/c/d");

    private static final List<String> PUBLIC = List.of(
            "/films/trailers/N",
            "/films/trailers/",
            "/films/trailers/x/N.key",
            "/films%2Ftrailers/N",
            "/Films/N",
            "/films",
            "/films2/N",
            "/x/films/N",
            "/reports/2031xpdf",
            "/reports/203.pdf",
            "/reports/20.pdf",
            "/N.txt",
            "/reports/20311.pdf",
            "/reports/2031.pdf.N",
            "/x/reports/2031.pdf",
            "/open/N.key",
            "/open/later/N",
            "/N.key/x",
            "/N.KEY",
            "/N.keys",
            "/%2566ilms/N",
            "/a+(b)/N/cd",
            "/a%20(b)/cd",
            "/N%5Cx",
            "//N//x",
            "/N/x/./../y/%2E%2e/z",
            "/a%20b/N/cd",
            "/films%3FN");

    @Check(
            id = "rules",
            title = "the first rule whose pattern matches the decoded path counts",
            reference = "CloudFront guide: cache behaviour settings, path pattern")
    void rules(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, GateRuleChecks::withManyRules, signer);
        String name = fixtures.randoms().name();

        for (String target : PRIVATE.stream()
                .map(path -> path.replace("20N", "20" + name.substring(0, 2)).replace("N", name))
                .toList()) {
            gate.upstream().answer(target).body(Gated.text(target));
            gate.assertLetIn("it is signed", gate.viewer().get(gate.signed(signer, target)), target);
            gate.assertRefused("the first rule for this path asks for a signature", target);
        }
        for (String target :
                PUBLIC.stream().map(path -> path.replace("N", name)).toList()) {
            gate.upstream().answer(target).body(Gated.text(target));
            gate.assertLetIn(
                    "the first rule for this path lets everybody ask",
                    gate.viewer().get(target),
                    target);
        }
        for (String bad : List.of("/N%", "/N%zz", "/N%4", "/N?a=%", "/N?%zz=1", "/N|", "/N?a=\"b\"")) {
            gate.assertRefused(
                    "this is no path and no query",
                    () -> gate.byHand(
                            "GET",
                            bad.replace("N", name),
                            "Host: " + gate.viewer().host()),
                    400);
        }
    }

    private static GateSettings withManyRules(GateSettings settings) {
        String group = settings.groups().get(0).name();
        return settings.withRules(List.of(
                new AccessRule("/films/trailers/*", null),
                new AccessRule("/films/*", group),
                new AccessRule("/films/posters/*", null),
                new AccessRule("*.txt", null),
                new AccessRule("/reports/20??.pdf", group),
                new AccessRule("/open/*", null),
                new AccessRule("/open/later/*", group),
                new AccessRule("*.key", group),
                new AccessRule("/a (b)/*/c*d", group),
                new AccessRule("*", null)));
    }

    @Check(
            id = "refusals",
            title = "a refusal is a 403 that no cache keeps, whatever is behind the gate",
            reference = "RFC 9110 §15.5.4; RFC 9111 §5.2.2.5")
    void refusals(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        gate.upstream().answer(film).field("X-Of-The-Film", "1").body(Gated.text(film));
        String url = gate.signed(signer, film);
        Ticket over = Ticket.canned(signer, gate.url(film), fixtures.clock().instant());
        gate.assertLetIn("the URL is signed", gate.viewer().get(url), film);

        for (String target : List.of(
                film,
                url.replace("Signature=", "Signature=A"),
                over.on(film),
                film + "?Signature=",
                film + "?Expires=x&Signature=y&Key-Pair-Id=z")) {
            gate.assertRefused(
                    "it is not signed, or no longer",
                    () -> assertSaysLittle(
                            gate, signer, assertNotKept(gate.viewer().get(target))),
                    403);
            gate.assertRefused(
                    "it is not signed, or no longer", () -> gate.viewer().head(target), 403);
            gate.assertLetIn("the URL is signed", gate.viewer().get(url), film);
        }
        gate.upstream().line().isGone();
        gate.assertRefused("what is behind the gate has nothing to do with it", film);
        assertThat(gate.viewer().get(url))
                .because("what is behind the gate can't be reached")
                .hasStatus(502);
        assertSaysLittle(gate, signer, gate.viewer().get(url));
        gate.upstream().line().hangsUp();
        assertThat(gate.viewer().get(url))
                .because("what is behind the gate hangs up without an answer")
                .hasStatus(502);
        assertSaysLittle(gate, signer, gate.viewer().get(url));
        gate.upstream().line().passes();
        gate.assertLetIn("what is behind the gate is back", gate.viewer().get(url), film);
    }

    private static Answer assertSaysLittle(Gated gate, Signer signer, Answer answer) {
        for (String inside : List.of(gate.upstream().uri().getAuthority(), AccessScene.KEY_GROUP, signer.id())) {
            if (answer.text().contains(inside) && !answer.target().contains(inside)) {
                throw new AssertionError("expected the gate's own " + answer.status()
                        + " to say nothing that its reader hasn't sent, but it says " + inside + ": "
                        + answer.text().strip());
            }
        }
        return answer;
    }

    private static Answer assertNotKept(Answer answer) {
        boolean says = answer.fieldValues("Cache-Control").stream().anyMatch(value -> value.contains("no-store"));
        if (answer.status() == 403 && !says) {
            throw new AssertionError("expected field Cache-Control: no-store in a refusal, because who is let in later "
                    + "must not get it from a cache, but the answer has "
                    + (answer.fieldValues("Cache-Control").isEmpty()
                            ? "no Cache-Control"
                            : "Cache-Control: " + String.join(" and ", answer.fieldValues("Cache-Control"))));
        }
        if (answer.status() == 403 && answer.text().isBlank()) {
            throw new AssertionError(
                    "expected a sentence in a refusal, so that its reader knows what it is, but the body is empty");
        }
        return answer;
    }
}
