package edgecraft.access.checks;

import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;

@Step("4.8")
class BrokenPolicyChecks {

    @Check(
            id = "not-understood",
            title = "a policy that is not wholly understood lets in nobody",
            reference = "CloudFront guide: custom policy; RFC 8259 §2, §4, §8.1")
    void notUnderstood(Instance<AccessSettings> server, Fixtures fixtures) {
        CustomViewers viewers = viewers(server, fixtures);
        Gated gate = viewers.gate();
        String film = gate.film();
        String good = CustomText.of("*", gate.later());
        viewers.assertLetIn("the policy is signed", good, film);

        for (BrokenPolicies.Broken broken : BrokenPolicies.all(gate.later())) {
            viewers.assertRefused(
                    "the policy is signed, but " + broken.inWords(),
                    CustomPass.of(viewers.signer(), broken.text()),
                    film);
        }
        viewers.assertLetIn("the policy is signed", good, film);
    }

    @Check(
            id = "not-a-number",
            title = "times are whole numbers of seconds, from 0 to 2147483647",
            reference = "CloudFront guide: custom policy, DateLessThan; RFC 8259 §6")
    void notANumber(Instance<AccessSettings> server, Fixtures fixtures) {
        CustomViewers viewers = viewers(server, fixtures);
        Gated gate = viewers.gate();
        String film = gate.film();
        String until = CustomText.until(gate.later());
        String latest = "\"DateLessThan\":" + CustomText.seconds("2147483647");
        String first = ",\"DateGreaterThan\":" + CustomText.seconds("0");
        viewers.assertLetIn("the policy is good from second 0 to 2147483647", CustomText.of("*", latest + first), film);

        for (String number : BrokenPolicies.noTimesToCome(gate.later())) {
            viewers.assertRefused(
                    "DateLessThan is no whole number of seconds from 0 to 2147483647: " + number,
                    CustomText.of("*", "\"DateLessThan\":" + CustomText.seconds(number)),
                    film);
        }
        for (String number : BrokenPolicies.noTimesOver()) {
            viewers.assertRefused(
                    "DateGreaterThan is no whole number of seconds from 0 to 2147483647: " + number,
                    CustomText.of("*", until + ",\"DateGreaterThan\":" + CustomText.seconds(number)),
                    film);
        }
        viewers.assertLetIn("the policy is signed", CustomText.of("*", until), film);
    }

    private static CustomViewers viewers(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec(BothWays.id(fixtures.randoms()));
        return new CustomViewers(Gated.by(server, fixtures, signer), signer);
    }
}
