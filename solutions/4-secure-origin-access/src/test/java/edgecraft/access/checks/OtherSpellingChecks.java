package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.kit.AccessRule;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.GateSettings;
import edgecraft.kit.KeyGroup;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** One path, written in many ways: what counts is what the bucket will get. */
@Step("4.7")
class OtherSpellingChecks {

    private static final String FOLDER = "some servers take this for " + AccessScene.FILMS + ", where the films are";

    @Check(
            id = "spellings",
            title = "however a film's path is spelled, the film doesn't come out without a signature",
            reference = "OWASP WSTG: Testing for Bypassing Authorization Schema; RFC 3986 §6.2.2")
    void spellings(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        Fortress fortress = Fortress.of(server, fixtures);
        Attacker attacker = fortress.attacker();
        attacker.get(fortress.filmPath()).hasStatusIn("nobody has signed this", 403);

        Spellings.ofFilm(fortress.filmPath(), random)
                .forEach(path -> stop(attacker, path, "some servers take this for the path of the film"));
        Spellings.ofFolder(random).forEach(path -> stop(attacker, path, FOLDER));
        Spellings.nearFilm(fortress.filmPath())
                .forEach(path ->
                        stop(attacker, path, "this path is below " + AccessScene.FILMS + ", and nobody has signed it"));
        Attacker other = attacker.because("the film has another path, whatever this one is for gate, door and bucket");
        Spellings.ofOthers(fortress.filmPath(), random).forEach(other::get);
        fortress.assertServes();
    }

    private static void stop(Attacker attacker, String path, String why) {
        attacker.because(why).get(path).isStopped(why);
    }

    @Check(
            id = "other-rule",
            title = "a path that falls under another rule once it is tidied reaches nobody",
            reference = "RFC 3986 §5.2.4, §6.2.2; CWE-22, CWE-180")
    void otherRule(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        Siege siege = Siege.of(server, fixtures, OtherSpellingChecks::withMorePrivateFolders);

        for (String path : Spellings.ofFilm(siege.film(), random)) {
            siege.assertStopped(
                    "some servers take this for the path of the film",
                    siege.attacker().head("GET", path));
        }
        for (String path : Spellings.ofFolder(random)) {
            siege.assertStopped(FOLDER, siege.attacker().head("GET", path));
        }
        for (String path : Spellings.nearFilm(siege.film())) {
            siege.assertStopped(
                    "this path is below " + AccessScene.FILMS + ", and nobody has signed it",
                    siege.attacker().head("GET", path));
        }
        siege.assertStopped(
                "é is one character, in UTF-8", siege.attacker().head("GET", "/caf%C3%A9/" + random.name()));
        assertNotComposed(siege, "/\u212Aids/" + random.name(), "/Kids/");
        assertNotComposed(siege, "/cafe\u0301/" + random.name(), "/caf%C3%A9/");
        assertAsSent(siege, "/" + random.name() + "%2f%61.html?/films/../a=%2e");
        assertAsSent(siege, "/" + random.name() + ";a=%3B/%C3%A9//");
        assertAsSent(siege, "/" + random.name() + "//x/./y/../z%5C%2e/a.html");
        assertSignedAsSent(siege, AccessScene.FILMS + random.name() + "%5Cx/../y//%2e/z.mp4");
        assertBetweenRules(siege, random);
        siege.assertServes();
    }

    /** A path of two groups is nobody's, although the signature is good for either. */
    private static void assertBetweenRules(Siege siege, Randoms random) {
        String name = random.name();
        String track = "/music/" + name;
        siege.upstream().answer(track).body("a track");
        assertThat(siege.gate()
                        .viewer()
                        .get(siege.gate().ticket(siege.ec(), track).on(track)))
                .because("it is signed with a key of the music's group")
                .hasStatus(200);

        for (String target : List.of(
                "/x/../films/" + name,
                "/x/%2e%2e/films/" + name,
                "/x%2F..%5Cfilms/" + name,
                "//films/" + name,
                "/.%5Cfilms/" + name,
                "/films/../x/" + name,
                "/films/%2E%2E/x/" + name,
                "/films/..%5Cx/" + name,
                "/films/x/../../" + name,
                "/films/../music/" + name,
                "/films/%2e%2e/music/" + name,
                "/films/..%2fmusic%5C" + name,
                "/music/../films/" + name,
                "/music/x/..%5C..%5Cfilms/" + name)) {
            for (Signer signer : List.of(siege.rsa(), siege.ec())) {
                siege.assertStopped(
                        "this falls under one rule as it is, and under a rule with another group once it is tidied"
                                + " (the signature is good)",
                        siege.attacker()
                                .head("GET", siege.gate().ticket(signer, target).on(target)));
            }
        }
    }

    /** And with a group for music, in which the keys of both signers are as well. */
    private static GateSettings withMorePrivateFolders(GateSettings settings) {
        KeyGroup films = settings.groups().get(0);
        KeyGroup music = new KeyGroup("listeners", films.keys());
        Stream<AccessRule> more = Stream.of(
                new AccessRule("/Kids/*", films.name()),
                new AccessRule("/caf\u00e9/*", films.name()),
                new AccessRule("/music/*", music.name()));
        return settings.withGroups(List.of(films, music))
                .withRules(Stream.concat(more, settings.rules().stream()).toList());
    }

    /** Some clients write characters in another form than the one that was judged: the sign of Kelvin becomes a K. */
    private static void assertNotComposed(Siege siege, String sent, String folder) {
        siege.attacker().get(new String(sent.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        siege.upstream().requests().stream()
                .filter(request -> request.target().startsWith(folder))
                .findFirst()
                .ifPresent(request -> {
                    throw new AssertionError("expected nothing below " + folder
                            + " to be asked of what is behind the gate, because nobody has signed that, but a viewer"
                            + " who sent the bytes of " + sent + " made the gate ask " + request);
                });
    }

    /** Whoever refuses all that looks odd refuses viewers, too. */
    private static void assertAsSent(Siege siege, String target) {
        OriginStub upstream = siege.upstream();
        upstream.answer(target).body("for everybody, too");
        siege.attacker()
                .get(target)
                .hasStatusIn("everybody may see this, and no tidying changes which rule it is", 200);
        if (upstream.requests(target).size() != 1) {
            throw new AssertionError("expected " + target
                    + " to be asked for as it was sent, because everybody may see it," + " but it was not");
        }
    }

    private static void assertSignedAsSent(Siege siege, String target) {
        assertThat(siege.gate()
                        .viewer()
                        .get(siege.gate().ticket(siege.ec(), target).on(target)))
                .because("it is signed as it is sent, and no tidying changes which rule it is")
                .hasStatus(200);
        if (siege.upstream().requests(target).size() != 1) {
            throw new AssertionError(
                    "expected " + target + " to be asked for as it was sent, because it is signed so, but it was not");
        }
    }
}
