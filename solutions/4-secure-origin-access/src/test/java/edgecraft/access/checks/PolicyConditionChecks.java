package edgecraft.access.checks;

import edgecraft.fixtures.Randoms;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

@Step("4.8")
class PolicyConditionChecks {

    private static final String EVERYWHERE = "*";

    @Check(
            id = "from-and-until",
            title = "a policy is good after DateGreaterThan and before DateLessThan",
            reference = "CloudFront guide: custom policy, DateLessThan and DateGreaterThan")
    void fromAndUntil(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec(BothWays.id(fixtures.randoms()));
        Gated gate = Gated.by(server, fixtures, signer);
        CustomViewers viewers = new CustomViewers(gate, signer);
        String film = gate.film();
        Instant now = fixtures.clock().instant();
        String begun = CustomText.of(
                EVERYWHERE, CustomText.from(now.minusSeconds(1)) + "," + CustomText.until(now.plusSeconds(1)));
        viewers.assertLetIn("the policy is good from a second ago until in a second", begun, film);
        viewers.assertLetIn(
                "the policy is good from 1970 until 2038",
                CustomText.of(
                        EVERYWHERE,
                        CustomText.until(Instant.ofEpochSecond(Integer.MAX_VALUE)) + ","
                                + CustomText.from(Instant.EPOCH)),
                film);

        viewers.assertRefused("DateLessThan is now", CustomText.of(EVERYWHERE, now), film);
        viewers.assertRefused("DateLessThan was a second ago", CustomText.of(EVERYWHERE, now.minusSeconds(1)), film);
        String begins = CustomText.of(
                EVERYWHERE, CustomText.from(now.plusSeconds(5)) + "," + CustomText.until(now.plusSeconds(9)));
        viewers.assertRefused("DateGreaterThan is in five seconds", begins, film);
        String never = CustomText.of(
                EVERYWHERE, CustomText.from(now.plusSeconds(60)) + "," + CustomText.until(now.minusSeconds(60)));
        viewers.assertRefused("DateGreaterThan is to come, and DateLessThan is over", never, film);
        bySdk(gate, signer, film, now);

        server.advance(Duration.ofSeconds(1));
        viewers.assertRefused("DateLessThan is now: a second has passed", begun, film);
        server.advance(Duration.ofSeconds(3));
        viewers.assertRefused("DateGreaterThan is in a second", begins, film);
        server.advance(Duration.ofSeconds(1));
        viewers.assertRefused("DateGreaterThan is this very second", begins, film);
        server.advance(Duration.ofSeconds(1));
        viewers.assertLetIn("DateGreaterThan was a second ago, and DateLessThan is in three", begins, film);
        server.advance(Duration.ofSeconds(3));
        viewers.assertRefused("DateLessThan is now", begins, film);
    }

    private static void bySdk(Gated gate, Signer signer, String film, Instant now) {
        SdkPolicies sdk = new SdkPolicies(signer);
        gate.assertLetIn(
                "the SDK has signed a policy that has been good for a minute",
                gate.viewer()
                        .get(gate.target(
                                sdk.url(gate.url(film), gate.later(), more -> more.activeDate(now.minusSeconds(60))))),
                film);
        gate.assertRefused(
                "the SDK has signed a policy that will be good in a minute",
                gate.target(sdk.url(gate.url(film), gate.later(), more -> more.activeDate(now.plusSeconds(60)))));
    }

    @Check(
            id = "addresses",
            title = "only the address that the viewer really comes from counts",
            reference = "CloudFront guide: custom policy, IpAddress; RFC 4632 §3.1")
    void addresses(Instance<AccessSettings> server, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        Signer signer = Signer.ec(BothWays.id(random));
        Gated gate = Gated.by(server, fixtures, signer);
        CustomViewers viewers = new CustomViewers(gate, signer);
        String film = gate.film();
        for (String range : List.of("127.0.0.0/8", "127.0.0.1/32", "0.0.0.0/0", "0.0.0.0/1", "127.0.0.0/31")) {
            viewers.assertLetIn("the viewer comes from 127.0.0.1, which is in " + range, from(range, gate), film);
        }

        for (String range : List.of(
                "10.0.0.0/8",
                "127.0.0.2/32",
                "127.0.0.0/32",
                "127.0.0.2/31",
                "126.0.0.0/8",
                "128.0.0.0/1",
                "192.0.2.0/24",
                "2001:db8::/32")) {
            String why = "the viewer comes from 127.0.0.1, which is not in " + range;
            viewers.assertRefused(why, from(range, gate), film);
            String inside = range.replaceFirst("/.*", "");
            for (String field :
                    List.of("X-Forwarded-For", "X-Real-IP", "True-Client-IP", "CloudFront-Viewer-Address")) {
                viewers.assertRefused(
                        why + ", and what a viewer says in " + field + " means nothing",
                        from(range, gate),
                        film,
                        field,
                        inside);
            }
            viewers.assertRefused(
                    why + ", and what a viewer says in Forwarded means nothing",
                    from(range, gate),
                    film,
                    "Forwarded",
                    "for=" + inside);
        }
        for (String range : List.of(
                "",
                "*",
                "localhost",
                "127.0.0.1",
                "127.0.0.0/",
                "127.0.0.0/33",
                "127.0.0.0/-8",
                "127.0.0.0/8/8",
                "127.0.0/24",
                "127.0.0.1/8",
                "0.0.0.0/00",
                "/0",
                "127.0.0.0/8 ",
                "127.0.0.0/8,10.0.0.0/8")) {
            viewers.assertRefused("\"" + range + "\" is no range of addresses", from(range, gate), film);
        }
        bySdk(gate, signer, film);
    }

    private static String from(String range, Gated gate) {
        return CustomText.of(EVERYWHERE, CustomText.until(gate.later()) + "," + CustomText.address(range));
    }

    private static void bySdk(Gated gate, Signer signer, String film) {
        SdkPolicies sdk = new SdkPolicies(signer);
        gate.assertRefused(
                "the SDK has signed a policy for viewers from 203.0.113.0/24, and this one comes from 127.0.0.1",
                gate.target(sdk.url(gate.url(film), gate.later(), more -> more.ipRange("203.0.113.0/24"))));
        gate.assertLetIn(
                "the SDK has signed a policy for viewers from 127.0.0.0/8, whatever X-Forwarded-For says",
                gate.viewer()
                        .get(
                                gate.target(sdk.url(gate.url(film), gate.later(), more -> more.ipRange("127.0.0.0/8"))),
                                "X-Forwarded-For",
                                "203.0.113.7"),
                film);
    }
}
