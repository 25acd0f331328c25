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
        rules = new Rules(settings.rules());
        keys = new Keys(settings.groups());
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
            judge(group.get(), SignedUrl.pass(target), SignedUrl.plain(target), viewer, now);
            return;
        }
        Pass pass = SignedCookies.pass(cookies);
        if (pass.expires().isPresent() && target.url().indexOf('*') >= 0) {
            throw new Refusal("A cookie can't be for this URL.");
        }
        judge(group.get(), pass, target, viewer, now);
    }

    private void judge(String group, Pass pass, Target asked, IpAddress viewer, Instant now) throws Refusal {
        if (pass.expires().isPresent()) {
            CannedPolicy.check(pass.expires().get(), now);
            keys.check(group, pass, CannedPolicy.of(asked.url(), pass.expires().get()));
        } else {
            byte[] policy = OddBase64.decode(pass.policy().orElseThrow());
            keys.check(group, pass, policy);
            CustomPolicy.of(policy).check(asked, viewer, now);
        }
    }
}
