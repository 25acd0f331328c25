package edgecraft.access.checks;

import edgecraft.fixtures.Randoms;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@Step("4.8")
class CustomPolicyChecks {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-~";

    @Check(
            id = "custom-url",
            title = "a URL with a custom policy lets in to what the policy says",
            reference = "CloudFront guide: signed URLs with a custom policy")
    void customUrl(Instance<AccessSettings> server, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        Signer rsa = Signer.rsa(BothWays.id(random));
        Signer ec = Signer.ec(BothWays.id(random));
        Gated gate = Gated.by(server, fixtures, rsa, ec);
        for (Signer signer : List.of(rsa, ec)) {
            SdkPolicies sdk = new SdkPolicies(signer);
            CustomViewers viewers = new CustomViewers(gate, signer);
            String film = gate.film();
            String signed = gate.target(sdk.url(gate.url(film), gate.later(), more -> {}));
            gate.assertLetIn(
                    "the SDK has signed a custom policy for this URL",
                    gate.viewer().get(signed),
                    film);
            String own = film + "?quality=4k&lang=fr";
            gate.upstream().answer(own).body(Gated.text(own));
            gate.assertLetIn(
                    "the SDK has signed a custom policy for this URL, which has a query",
                    gate.viewer().get(gate.target(sdk.url(gate.url(own), gate.later(), more -> {}))),
                    own);
            String policy = CustomText.of(gate.url("/films/*"), gate.later());
            viewers.assertLetIn(
                    "the policy is signed with SHA-256", CustomPass.withSha256(signer, policy), gate.film());
            viewers.assertLetIn("the policy is for all films", policy, gate.film());
            gate.assertRefused("the policy in the URL is for another film", signed.replace(film, gate.film()));
            gate.assertRefused("nobody has signed this", film);
        }
    }

    @Check(
            id = "custom-cookie",
            title = "cookies with a custom policy let in to all that it is about",
            reference = "CloudFront guide: signed cookies with a custom policy")
    void customCookie(Instance<AccessSettings> server, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        for (Signer signer : List.of(Signer.rsa(BothWays.id(random)), Signer.ec(BothWays.id(random)))) {
            Gated gate =
                    Gated.by(server.another(AccessScene.gateTo(fixtures.origin().uri(), signer)), fixtures, signer);
            BothWays viewers = new BothWays(gate);
            String series = AccessScene.FILMS + random.name() + "/";
            String cookies = new SdkPolicies(signer).cookies(gate.url(series + "*"), gate.later(), more -> {});
            for (int i = 0; i < 3; i++) {
                String episode = viewers.page(series, random);
                gate.assertLetIn(
                        "the SDK has signed cookies for this series",
                        gate.viewer().get(episode, "Cookie", cookies),
                        episode);
            }
            String other = viewers.page(AccessScene.FILMS, random);
            gate.assertRefused("the cookies are for a series, and this is no part of it", other, "Cookie", cookies);
            gate.assertRefused(
                    "nobody has signed these cookies",
                    viewers.page(series, random),
                    "Cookie",
                    cookies.replaceFirst("CloudFront-Signature=[^;]+", "CloudFront-Signature=AAAA"));
            String last = viewers.page(series, random);
            gate.assertRefused(
                    "there is Expires besides Policy",
                    last,
                    "Cookie",
                    cookies + "; CloudFront-Expires=" + gate.later().getEpochSecond());
            gate.assertLetIn("the same cookies without Expires", gate.viewer().get(last, "Cookie", cookies), last);
        }
    }

    @Check(
            id = "as-signed",
            title = "a policy is what was signed, byte for byte, and any JSON may be signed",
            reference = "RFC 8259 §2, §7; CloudFront guide: custom policy")
    void asSigned(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec(BothWays.id(fixtures.randoms()));
        Gated gate = Gated.by(server, fixtures, signer);
        CustomViewers viewers = new CustomViewers(gate, signer);
        String film = gate.film();
        String plain = CustomText.of(gate.url("/films/*"), gate.later());
        CustomPass signed = CustomPass.of(signer, plain);
        viewers.assertLetIn("the policy is signed", signed, film);

        otherTexts(gate).forEach((what, text) -> {
            viewers.assertLetIn("this very text is signed, and it is JSON like any other, with " + what, text, film);
            viewers.assertRefused(
                    "the policy means what was signed, but has another text, with " + what,
                    signed.withPolicy(OddAlphabet.encode(text.getBytes(StandardCharsets.UTF_8))),
                    film);
        });
        viewers.assertLetIn("the policy is signed", signed, film);
    }

    /** What a policy for all films may look like too, by what is different about it. */
    private static Map<String, String> otherTexts(Gated gate) {
        String url = gate.url("/films/*");
        String plain = CustomText.of(url, gate.later());
        String until = CustomText.until(gate.later());
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("spaces", plain.replaceAll("([:,{\\[])(?=[\"{\\[])", "$1 "));
        texts.put("line ends and tabs", plain.replace("{\"", "{\r\n\t\"").replace("}", "\n}"));
        texts.put("a line end behind it", plain + "\n");
        texts.put(
                "Condition before Resource",
                "{\"Statement\":[{\"Condition\":{" + until + "},\"Resource\":\"" + url + "\"}]}");
        texts.put("escaped slashes", plain.replace("/", "\\/"));
        texts.put("escaped letters", plain.replace("films", "f\\u0069lm\\u0073"));
        texts.put(
                "the latest condition first",
                CustomText.of(
                        url,
                        CustomText.address("127.0.0.0/8") + "," + until + ","
                                + CustomText.from(
                                        gate.later().minus(Gated.WHILE).minusSeconds(60))));
        return texts;
    }

    @Check(
            id = "one-byte",
            title = "one changed character of policy or signature, and nobody is let in",
            reference = "CloudFront guide: signed URLs with a custom policy; RFC 4648 §3")
    void oneByte(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec(BothWays.id(fixtures.randoms()));
        Gated gate = Gated.by(server, fixtures, signer);
        CustomViewers viewers = new CustomViewers(gate, signer);
        String film = gate.film() + "?q=~~~???";
        CustomPass good = CustomPass.of(signer, padded(CustomText.of(gate.url(film), gate.later())));
        viewers.assertLetIn("the policy is signed", good, film);

        for (int i = 0; i < good.policy().length(); i++) {
            gate.assertRefused(
                    "character " + (i + 1) + " of Policy is another one than was signed",
                    good.withPolicy(changed(good.policy(), i)).on(film));
        }
        for (int i = 0; i < good.signature().length(); i++) {
            gate.assertRefused(
                    "character " + (i + 1) + " of Signature is another one",
                    good.withSignature(changed(good.signature(), i)).on(film));
        }
        for (String other : otherSpellings(good.policy())) {
            gate.assertRefused(
                    "Policy is not in the base64 of signed URLs, although the bytes are those that were signed",
                    good.withPolicy(other).on(film));
        }
        refuseBothKinds(gate, signer, good, film);
        viewers.assertLetIn("the policy is signed", good, film);
    }

    private static void refuseBothKinds(Gated gate, Signer signer, CustomPass good, String film) {
        Instant until = gate.later();
        String expires = "&Expires=" + until.getEpochSecond();
        gate.assertRefused("there is Expires besides Policy", good.on(film) + expires);
        gate.assertRefused(
                "there is Policy besides Expires",
                gate.target(signer.url(gate.url(film), until)) + "&Policy=" + good.policy());
        gate.assertRefused("there is Policy twice", good.on(film) + "&Policy=" + good.policy());
    }

    /** With as many spaces in it that its base64 has to be padded. */
    private static String padded(String policy) {
        String padded = policy;
        while (padded.getBytes(StandardCharsets.UTF_8).length % 3 == 0) {
            padded = padded.replaceFirst("\\{", "{ ");
        }
        return padded;
    }

    private static String changed(String text, int at) {
        char other = ALPHABET.charAt((ALPHABET.indexOf(text.charAt(at)) + 1) % ALPHABET.length());
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static List<String> otherSpellings(String policy) {
        byte[] bytes = OddAlphabet.decode(policy);
        return List.of(
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().encodeToString(bytes),
                policy.replace("_", ""),
                policy + "_",
                policy.replace('-', '+'),
                policy.replace('~', '/'),
                policy.replace('_', '='),
                policy.replace("~", "%7E"));
    }
}
