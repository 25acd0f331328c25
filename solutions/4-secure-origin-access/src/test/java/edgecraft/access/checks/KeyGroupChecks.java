package edgecraft.access.checks;

import edgecraft.fixtures.Randoms;
import edgecraft.kit.AccessRule;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.KeyGroup;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;

@Step("4.6")
class KeyGroupChecks {

    private static final String MUSIC = "/music/";
    private static final String BOOKS = "/books/";

    @Check(id = "any-key", title = "any key of the group may have signed", reference = "CloudFront guide: key groups")
    void anyKey(Instance<AccessSettings> server, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        Signer[] signers = {
            Signer.rsa(BothWays.id(random)), Signer.ec(BothWays.id(random)),
            Signer.rsa(BothWays.id(random)), Signer.ec(BothWays.id(random))
        };
        Gated gate = Gated.by(server, fixtures, signers);
        BothWays viewers = new BothWays(gate);
        String film = gate.film();

        for (Signer signer : signers) {
            viewers.assertLetIn(
                    "the rule's group has four keys, and the one called " + signer.id() + " has signed", signer, film);
        }
        viewers.assertRefused("the key that has signed is not in the group", Signer.ec(BothWays.id(random)), film);
    }

    @Check(
            id = "own-group",
            title = "only the keys of the rule's own group count",
            reference = "CloudFront guide: key groups; DistributionConfig: TrustedKeyGroups")
    void ownGroup(Instance<AccessSettings> server, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        Signer films = Signer.rsa(BothWays.id(random));
        Signer music = Signer.ec(BothWays.id(random));
        BothWays viewers = new BothWays(twoGroups(server, fixtures, films, music));
        String film = viewers.page(AccessScene.FILMS, random);
        String song = viewers.page(MUSIC, random);

        viewers.assertLetIn("the key is in the group for /films/*", films, film);
        viewers.assertLetIn("the key is in the group for /music/*", music, song);
        viewers.assertRefused("the key is in the group for /films/*, not in the one for /music/*", films, song);
        viewers.assertRefused("the key is in the group for /music/*, not in the one for /films/*", music, film);
        viewers.assertLetIn("the key is in the group for /films/*", films, film);
    }

    @Check(id = "same-id", title = "two groups may call different keys by the same id", reference = "Lesson 4.6")
    void sameId(Instance<AccessSettings> server, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        String id = BothWays.id(random);
        Signer films = Signer.ec(id);
        Signer music = Signer.ec(id);
        BothWays viewers = new BothWays(twoGroups(server, fixtures, films, music));
        String film = viewers.page(AccessScene.FILMS, random);
        String song = viewers.page(MUSIC, random);

        String why = "each of the two groups has a key called " + id + ", and it is another one: ";
        viewers.assertLetIn(why + "that of /films/* has signed a film", films, film);
        viewers.assertLetIn(why + "that of /music/* has signed a song", music, song);
        viewers.assertRefused(why + "that of /films/* has signed a song", films, song);
        viewers.assertRefused(why + "that of /music/* has signed a film", music, film);
    }

    private static Gated twoGroups(Instance<AccessSettings> server, Fixtures fixtures, Signer films, Signer music) {
        return Gated.by(
                server,
                fixtures,
                settings -> settings.withGroups(
                                List.of(AccessScene.group("cinema", films), AccessScene.group("concert", music)))
                        .withRules(List.of(
                                new AccessRule(AccessScene.FILMS + "*", "cinema"),
                                new AccessRule(MUSIC + "*", "concert"),
                                new AccessRule("*", null))));
    }

    @Check(
            id = "named-key",
            title = "the key that Key-Pair-Id names has to have signed, and no other",
            reference = "CloudFront guide: signed URLs, Key-Pair-Id")
    void namedKey(Instance<AccessSettings> server, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        Signer rsa = Signer.rsa(BothWays.id(random));
        Signer ec = Signer.ec(BothWays.id(random));
        Signer otherRsa = Signer.rsa(BothWays.id(random));
        Signer otherEc = Signer.ec(BothWays.id(random));
        Gated gate = Gated.by(server, fixtures, rsa, ec, otherRsa, otherEc, rsa.as(rsa.id() + "again"));
        BothWays viewers = new BothWays(gate);
        String film = gate.film();
        viewers.assertLetIn("the key that is named has signed", rsa, film);
        viewers.assertLetIn("the group has this key under two ids", rsa.as(rsa.id() + "again"), film);

        String why = "another key of the group has signed than the one that is named: ";
        viewers.assertRefused(why + "a key on a curve instead of an RSA key", ec.as(rsa.id()), film);
        viewers.assertRefused(why + "an RSA key instead of a key on a curve", rsa.as(ec.id()), film);
        viewers.assertRefused(why + "one RSA key instead of the other", rsa.as(otherRsa.id()), film);
        viewers.assertRefused(why + "one key on a curve instead of the other", ec.as(otherEc.id()), film);
        for (String unknown : List.of(
                BothWays.id(random),
                rsa.id() + "x",
                rsa.id().substring(0, rsa.id().length() - 1),
                rsa.id().toUpperCase(Locale.ROOT),
                "film-viewers",
                "")) {
            viewers.assertRefused(
                    "the group has this key, but not under the id \"" + unknown + "\"", rsa.as(unknown), film);
        }
        viewers.assertLetIn("the key that is named has signed", ec, film);
    }

    @Check(
            id = "no-keys",
            title = "a rule whose group has no keys, or isn't there, lets in nobody",
            reference = "Lesson 4.6; RFC 9110 §15.5.4")
    void noKeys(Instance<AccessSettings> server, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        Signer signer = Signer.ec(BothWays.id(random));
        Gated gate = Gated.by(
                server,
                fixtures,
                settings -> settings.withGroups(
                                List.of(AccessScene.group("cinema", signer), new KeyGroup("concert", Map.of())))
                        .withRules(List.of(
                                new AccessRule(AccessScene.FILMS + "*", "cinema"),
                                new AccessRule(MUSIC + "*", "concert"),
                                new AccessRule(BOOKS + "*", "library"),
                                new AccessRule("*", null))));
        BothWays viewers = new BothWays(gate);
        String film = viewers.page(AccessScene.FILMS, random);
        String open = viewers.page("/", random);
        viewers.assertLetIn("the key is in the group for /films/*", signer, film);

        String song = viewers.page(MUSIC, random);
        gate.assertRefused("the group for /music/* has no keys, and nobody can have signed", song);
        viewers.assertRefused("the group for /music/* has no keys", signer, song);
        String book = viewers.page(BOOKS, random);
        gate.assertRefused("there is no such group as that of the rule for /books/*, and nobody can have signed", book);
        viewers.assertRefused("there is no such group as that of the rule for /books/*", signer, book);
        gate.assertLetIn("everybody may ask for this", gate.viewer().get(open), open);
        viewers.assertLetIn("the key is in the group for /films/*", signer, film);
    }
}
