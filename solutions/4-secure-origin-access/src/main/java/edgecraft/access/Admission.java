package edgecraft.access;

import edgecraft.kit.GateSettings;
import edgecraft.kit.IpAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Steps 4.4 to 4.6 and 4.8: decides who is let in. Immutable. */
final class Admission {

    private final Rules rules;
    private final Keys keys;

    Admission(GateSettings settings) {
        this.rules = new Rules(settings.rules());
        this.keys = new Keys(settings.groups());
    }

    /**
     * Lets pass who may ask.
     *
     * @param target what is asked for, as sent
     * @param cookies the values of all {@code Cookie} fields
     * @param viewer whom the connection comes from
     * @throws Refusal if the viewer may not ask
     * @throws IllegalArgumentException if the path has a percent sign without two hex digits
     */
    void check(Target target, List<String> cookies, IpAddress viewer, Instant now) throws Refusal {
        Optional<String> group = rules.group(target.path());
        if (group.isEmpty()) {
            return;
        }
        if (SignedUrl.isOne(target)) {
            check(SignedUrl.plain(target), SignedUrl.pass(target), group.get(), viewer, now);
        } else {
            Pass pass = SignedCookies.pass(cookies);
            refuseStars(target, pass);
            check(target, pass, group.get(), viewer, now);
        }
    }

    private void check(Target plain, Pass pass, String group, IpAddress viewer, Instant now) throws Refusal {
        if (pass.policy().isPresent()) {
            byte[] policy = OddBase64.decode(pass.policy().get());
            keys.check(group, pass, policy);
            CustomPolicy.of(policy).check(plain, viewer, now);
        } else {
            String expires = pass.expires().orElseThrow();
            keys.check(group, pass, CannedPolicy.of(plain.url(), expires));
            CannedPolicy.check(expires, now);
        }
    }

    /** Whoever signed a canned cookie for {@code /films/*} meant more than the one URL with a star in it. */
    private static void refuseStars(Target target, Pass pass) throws Refusal {
        if (pass.policy().isEmpty() && target.url().contains("*")) {
            throw new Refusal("A wildcard takes a custom policy.");
        }
    }
}
