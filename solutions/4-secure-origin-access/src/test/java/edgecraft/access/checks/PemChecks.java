package edgecraft.access.checks;

import edgecraft.fixtures.Randoms;
import edgecraft.kit.AccessRule;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.GateSettings;
import edgecraft.kit.KeyGroup;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@Step("4.6")
class PemChecks {

    private static final String MUSIC = "/music/";

    @Check(
            id = "broken-key",
            title = "a key that can't be read is nobody's, and the others go on counting",
            reference = "RFC 7468 §2, §13")
    void brokenKey(Instance<AccessSettings> server, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        Signer rsa = Signer.rsa(BothWays.id(random));
        Signer ec = Signer.ec(BothWays.id(random));
        Map<String, String> broken = new HashMap<>();
        Map<String, String> inWords = new HashMap<>();
        BrokenPem.all(rsa, random).forEach((what, pem) -> {
            String id = BothWays.id(random);
            broken.put(id, pem);
            inWords.put(id, what);
        });
        BothWays viewers = new BothWays(Gated.by(server, fixtures, settings -> with(settings, broken), rsa, ec));
        String film = viewers.page(AccessScene.FILMS, random);
        String song = viewers.page(MUSIC, random);

        String goOn = "some keys of the group can't be read, but the one that has signed can";
        viewers.assertLetIn(goOn, rsa, film);
        viewers.assertLetIn(goOn, ec, film);
        inWords.forEach((id, what) -> {
            viewers.assertRefused("what the group has for the key that is named is no key: " + what, rsa.as(id), film);
            viewers.assertRefused("nothing in the group is a key, this neither: " + what, rsa.as(id), song);
        });
        viewers.assertRefused("nothing in the group for /music/* is a key", ec, song);
        viewers.assertLetIn(goOn, rsa, film);
    }

    /** Broken keys in the group with good ones, and in another with nothing else. */
    private static GateSettings with(GateSettings settings, Map<String, String> broken) {
        KeyGroup good = settings.groups().get(0);
        Map<String, String> all = new HashMap<>(good.keys());
        all.putAll(broken);
        return settings.withGroups(List.of(new KeyGroup("concert", broken), new KeyGroup(good.name(), all)))
                .withRules(List.of(
                        new AccessRule(MUSIC + "*", "concert"),
                        new AccessRule(AccessScene.FILMS + "*", good.name()),
                        new AccessRule("*", null)));
    }

    @Check(
            id = "odd-pem",
            title = "line ends and blank lines make no difference to a key",
            reference = "RFC 7468 §2, §3")
    void oddPem(Instance<AccessSettings> server, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        Map<String, String> keys = new HashMap<>();
        Map<Signer, String> inWords = new HashMap<>();
        for (Signer signer : List.of(Signer.rsa("R"), Signer.ec("E"))) {
            forms(signer.pem()).forEach((what, pem) -> {
                String id = BothWays.id(random);
                keys.put(id, pem);
                inWords.put(signer.as(id), what);
            });
        }
        Gated gate = Gated.by(
                server,
                fixtures,
                settings -> settings.withGroups(
                        List.of(new KeyGroup(settings.groups().get(0).name(), keys))));
        BothWays viewers = new BothWays(gate);
        String film = gate.film();

        inWords.forEach((signer, what) -> viewers.assertLetIn(
                "the key called " + signer.id() + " has signed, and its PEM is right although " + what, signer, film));
        viewers.assertRefused("nobody knows the key that has signed", Signer.ec(BothWays.id(random)), film);
    }

    private static Map<String, String> forms(String pem) {
        String oneLine = pem.replaceAll("(?<!-)\n(?!-)", "");
        return Map.of(
                "its lines end in CR LF",
                pem.replace("\n", "\r\n"),
                "all its base64 is on one line",
                oneLine,
                "its base64 is on one line, and the lines end in CR LF",
                oneLine.replace("\n", "\r\n"),
                "there is no line end at the end",
                pem.strip(),
                "a blank line is before it",
                "\n" + pem,
                "blank lines are behind it",
                pem + "\n\n");
    }
}
