package edgecraft.access.checks;

import edgecraft.fixtures.Randoms;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;

@Step("4.6")
class RotationChecks {

    private static final String BEFORE = "before the rotation, when the group has only the old key";
    private static final String BOTH = "in the middle of the rotation, when the group has both keys";
    private static final String AFTER = "after the rotation, when the group has only the new key";
    private static final String OLD = "the old key has signed this,";
    private static final String NEW = "the new key has signed this,";

    @Check(
            id = "rotation",
            title = "keys are rotated without a minute in which a signed URL doesn't work",
            reference = "CloudFront guide: rotating key pairs")
    void rotation(Instance<AccessSettings> server, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        for (List<Signer> signers : List.of(
                List.of(Signer.rsa(BothWays.id(random)), Signer.ec(BothWays.id(random))),
                List.of(Signer.ec(BothWays.id(random)), Signer.ec(BothWays.id(random))))) {
            Signer old = signers.get(0);
            Signer fresh = signers.get(1);
            Gated first = gate(server, fixtures, old);
            String film = first.film();
            List<Phase.Pass> byOld = Phase.passes(first, old, film);
            List<Phase.Pass> byNew = Phase.passes(first, fresh, film);

            new Phase(first, BEFORE).assertLetsIn(OLD, byOld, film);
            Phase middle = new Phase(gate(server, fixtures, old, fresh), BOTH);
            middle.assertLetsIn(OLD, byOld, film);
            middle.assertLetsIn(NEW, byNew, film);
            new Phase(gate(server, fixtures, fresh), AFTER).assertLetsIn(NEW, byNew, film);
        }
    }

    @Check(
            id = "removed-key",
            title = "a key that was taken out of the group counts no more, from that moment on",
            reference = "CloudFront guide: rotating key pairs")
    void removedKey(Instance<AccessSettings> server, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        Signer old = Signer.rsa(BothWays.id(random));
        Signer fresh = Signer.ec(BothWays.id(random));
        Phase middle = new Phase(gate(server, fixtures, old, fresh), BOTH);
        Phase before = new Phase(gate(server, fixtures, old), BEFORE);
        Phase after = new Phase(gate(server, fixtures, fresh), AFTER);
        String film = middle.gate().film();
        List<Phase.Pass> byOld = Phase.passes(middle.gate(), old, film);
        List<Phase.Pass> byNew = Phase.passes(middle.gate(), fresh, film);
        middle.assertLetsIn(OLD, byOld, film);
        middle.assertLetsIn(NEW, byNew, film);

        after.assertRefuses(OLD + " which is no longer in the group", byOld);
        before.assertRefuses(NEW + " which is not in the group yet", byNew);
        after.assertLetsIn(NEW, byNew, film);
        before.assertLetsIn(OLD, byOld, film);
        after.assertRefuses(OLD + " which is no longer in the group", byOld);
        middle.assertLetsIn(OLD, byOld, film);
    }

    @Check(
            id = "replaced-key",
            title = "a key that took the place of another under its id is the one that counts",
            reference = "CloudFront guide: rotating key pairs")
    void replacedKey(Instance<AccessSettings> server, Fixtures fixtures) {
        String id = BothWays.id(fixtures.randoms());
        Signer old = Signer.ec(id);
        Signer fresh = Signer.ec(id);
        Phase before = new Phase(gate(server, fixtures, old), "when the group has the old key called " + id);
        Phase after = new Phase(gate(server, fixtures, fresh), "when the group has a new key called " + id);
        String film = before.gate().film();
        List<Phase.Pass> byOld = Phase.passes(before.gate(), old, film);
        List<Phase.Pass> byNew = Phase.passes(before.gate(), fresh, film);

        before.assertLetsIn(OLD, byOld, film);
        after.assertLetsIn(NEW, byNew, film);
        after.assertRefuses(OLD, byOld);
        before.assertRefuses(NEW, byNew);
        before.assertLetsIn(OLD, byOld, film);
    }

    /** One more gate of the same program, with a group of these keys. */
    private static Gated gate(Instance<AccessSettings> server, Fixtures fixtures, Signer... signers) {
        return Gated.by(server.another(AccessScene.gateTo(fixtures.origin().uri(), signers)), fixtures, signers);
    }
}
