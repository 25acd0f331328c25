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
import java.util.ArrayList;
import java.util.List;

/** Signatures that are none, or are none of this. */
@Step("4.7")
class ForgeryChecks {

    private static final String TRAILERS = "/trailers/*";

    @Check(
            id = "forged-keys",
            title = "a signature by another key, with another hash or without any key lets nobody in",
            reference = "CloudFront guide: specifying signers; CVE-2022-21449")
    void forgedKeys(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        Signer stranger = Signer.ec("KS" + random.name());
        Signer other = Signer.ec("KO" + random.name());
        Siege siege = Siege.of(server, fixtures, settings -> withAnotherGroup(settings, other));

        Forgeries.of(siege, stranger, other)
                .forEach((query, why) -> siege.assertRefused(why, siege.film() + "?" + query));
        siege.assertServes();
    }

    private static GateSettings withAnotherGroup(GateSettings settings, Signer other) {
        KeyGroup trailers = AccessScene.group("trailer-viewers", other);
        List<KeyGroup> groups = new ArrayList<>(settings.groups());
        groups.add(trailers);
        List<AccessRule> rules = new ArrayList<>(settings.rules());
        rules.add(0, new AccessRule(TRAILERS, trailers.name()));
        return settings.withGroups(groups).withRules(rules);
    }

    @Check(
            id = "borrowed-signatures",
            title = "a good signature is good for its own URL and its own time, and for nothing else",
            reference = "CloudFront guide: signed URLs with a canned policy; CWE-345")
    void borrowedSignatures(Instance<AccessSettings> server, Fixtures fixtures) {
        Siege siege = Siege.of(server, fixtures);
        Borrowed borrowed = new Borrowed(siege);

        borrowed.urls().forEach((target, why) -> siege.assertRefused(why, target));
        siege.assertStopped(
                "a quote would end the text in the policy", siege.attacker().head("GET", borrowed.quoted()));
        borrowed.hosts().forEach((host, why) -> siege.assertStopped(why, Attacker.headOf("GET", siege.signed(), host)));
        borrowed.cookies().forEach((cookie, why) -> siege.assertRefused(why, siege.film(), "Cookie: " + cookie));
        siege.assertServes();
    }

    @Check(
            id = "one-byte-changed",
            title = "a signed URL or a cookie with one byte changed is refused, whichever byte it is",
            reference = "RFC 4648 §3.5; CloudFront guide: signed URLs")
    void oneByteChanged(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        Siege siege = Siege.of(server, fixtures);
        Mutations mutations = new Mutations(random);
        String why = "one byte of it isn't what was signed";

        for (Signer signer : List.of(siege.rsa(), siege.ec())) {
            String url = siege.gate().signed(signer, siege.film() + "?own=" + random.name());
            mutations
                    .of(url, AccessScene.FILMS.length(), "")
                    .forEach(target -> siege.assertStopped(why, siege.attacker().head("GET", target)));
            inSignature(url).forEach(target -> siege.assertRefused(why, target));
            String cookies = String.join("; ", signer.cookies(siege.gate().url(siege.film()), siege.later()));
            mutations
                    .of(cookies, 0, "; ")
                    .forEach(cookie ->
                            siege.assertStopped(why, siege.attacker().head("GET", siege.film(), "Cookie: " + cookie)));
            inSignature(cookies).forEach(cookie -> siege.assertRefused(why, siege.film(), "Cookie: " + cookie));
        }
        siege.assertServes();
    }

    /** The last letter of a signature, which has bits that mean nothing, and what comes after it. */
    private static List<String> inSignature(String text) {
        int begin = text.indexOf("Signature=") + "Signature=".length();
        int end = begin;
        while (end < text.length() && text.charAt(end) != '&' && text.charAt(end) != ';') {
            end++;
        }
        int padding = end;
        while (text.charAt(padding - 1) == '_') {
            padding--;
        }
        List<String> all = new ArrayList<>(Mutations.inBase64(text, padding - 1));
        for (int shorter = padding; shorter < end; shorter++) {
            all.add(text.substring(0, shorter) + text.substring(end));
        }
        all.add(text.substring(0, end) + "_" + text.substring(end));
        return all;
    }

    @Check(
            id = "malformed-policies",
            title = "a policy that isn't wholly understood lets nobody in, although a good key has signed it",
            reference = "CloudFront guide: custom policies; RFC 8259; CWE-20")
    void malformedPolicies(Instance<AccessSettings> server, Fixtures fixtures) {
        Siege siege = Siege.of(server, fixtures);
        String url = siege.gate().url(siege.film());

        MalformedPolicies.of(url, siege.later()).forEach((policy, why) -> siege.assertPolicyRefused(why, policy));
        siege.assertServes();
    }
}
