package edgecraft.access.checks;

import edgecraft.fixtures.Randoms;
import edgecraft.kit.AccessRule;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.GateSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Policies and patterns that cost who reads them more than who writes them. All are signed by a key that counts. */
@Step("4.9")
class PolicyBombChecks {

    /** A matcher that tries all ways never ends with so many; one that keeps the last star ends at once. */
    private static final int STARS = 120;

    private static final int LETTERS = 300;

    @Check(
            id = "deep-and-huge",
            title = "a policy that is too deep, or has numbers that are too long, is refused at once",
            reference = "RFC 8259 §9; CWE-674, CWE-400")
    void deepAndHuge(Instance<AccessSettings> server, Fixtures fixtures) {
        Siege siege = Siege.of(server, fixtures);
        PolicyBombs bombs = new PolicyBombs(siege.gate().url(siege.film()), siege.later());

        bombs.deepAndHuge().forEach(bomb -> assertStopped(siege, bomb.getBytes(StandardCharsets.UTF_8)));
        siege.assertServes();
    }

    @Check(
            id = "odd-encodings",
            title = "a policy is UTF-8, strictly, and nothing else",
            reference = "RFC 8259 §8.1; RFC 3629 §3, §10; CWE-180")
    void oddEncodings(Instance<AccessSettings> server, Fixtures fixtures) {
        Siege siege = Siege.of(server, fixtures);
        PolicyBombs bombs = new PolicyBombs(siege.gate().url(siege.film()), siege.later());

        for (byte[] bomb : bombs.oddEncodings()) {
            siege.assertPolicyRefused("its bytes aren't those of JSON in UTF-8, or its text is about no URL", bomb);
        }
        siege.assertServes();
    }

    @Check(
            id = "two-meanings",
            title = "a policy that two readers of JSON understand in two ways lets nobody in",
            reference = "RFC 8259 §4; RFC 7493 §2.3; CWE-436")
    void twoMeanings(Instance<AccessSettings> server, Fixtures fixtures) {
        Siege siege = Siege.of(server, fixtures);
        PolicyBombs bombs = new PolicyBombs(siege.gate().url(siege.film()), siege.later());

        bombs.twoMeanings().forEach(bomb -> siege.assertPolicyRefused("not everybody understands it so", bomb));
        siege.assertServes();
    }

    private static void assertStopped(Siege siege, byte[] policy) {
        String why = "this is no policy that is understood (it begins with "
                + Came.excerpt(new String(policy, 0, Math.min(policy.length, 200), StandardCharsets.ISO_8859_1)) + ")";
        siege.assertStopped(why, siege.attacker().head("GET", siege.withPolicy(siege.film(), policy)));
        siege.assertStopped(why, siege.attacker().head("GET", siege.film(), siege.cookieWithPolicy(policy)));
    }

    @Check(
            id = "many-stars",
            title = "a pattern with a hundred stars takes no longer than one with two",
            reference = "CWE-1333, CWE-407")
    void manyStars(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        String prefix = "/" + random.name() + "/";
        Siege siege = Siege.of(server, fixtures, settings -> withRules(settings, prefix));
        siege.upstream().answerAll().body("for everybody, too");

        String letters = "a".repeat(LETTERS);
        String film = AccessScene.FILMS + letters;
        String host = "http://" + siege.gate().viewer().host();
        for (String stars : List.of(
                "*a".repeat(STARS) + "b",
                "*a*".repeat(STARS) + "b",
                "*?".repeat(STARS) + "*b",
                "*".repeat(LETTERS) + "b",
                "?*".repeat(STARS) + "b",
                "*aa?".repeat(STARS) + "b*c")) {
            for (String resource : List.of(
                    host + AccessScene.FILMS + stars,
                    host + "/" + stars,
                    "http*://*" + AccessScene.FILMS + stars,
                    "http://" + "*1".repeat(STARS) + "x/*")) {
                siege.assertRefused(
                        "the pattern ends with a letter that the path hasn't",
                        siege.withPolicy(film, policy(siege, resource)));
            }
            siege.assertRefused(
                    "the pattern ends with a letter that the query hasn't",
                    siege.withPolicy(
                            siege.film() + "?" + letters, policy(siege, host + siege.film() + "\\\\?" + stars)));
        }
        rules(siege, prefix, letters);
        siege.assertServes();
    }

    /** What falls under none of the rules with stars, and what falls under them. */
    private static void rules(Siege siege, String prefix, String letters) {
        for (String first : List.of("1", "2", "3", "4")) {
            siege.attacker()
                    .get(prefix + first + letters)
                    .hasStatusIn(
                            "none of the patterns with stars is about this path, and everybody may see the rest", 200);
            siege.assertRefused("a pattern with many stars is about this path", prefix + first + letters + "bc");
        }
    }

    private static GateSettings withRules(GateSettings settings, String prefix) {
        String group = settings.groups().get(0).name();
        List<AccessRule> rules = new ArrayList<>(List.of(
                new AccessRule(prefix + "1" + "*a".repeat(STARS) + "*b*", group),
                new AccessRule(prefix + "2" + "*?".repeat(STARS) + "*bc", group),
                new AccessRule(prefix + "3" + "*".repeat(LETTERS) + "bc", group),
                new AccessRule(prefix + "4" + "a*a*".repeat(STARS) + "c", group)));
        rules.addAll(settings.rules());
        return settings.withRules(rules);
    }

    private static byte[] policy(Siege siege, String resource) {
        return ("{\"Statement\":[{\"Resource\":\"" + resource + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
                        + siege.later().getEpochSecond() + "}}}]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
