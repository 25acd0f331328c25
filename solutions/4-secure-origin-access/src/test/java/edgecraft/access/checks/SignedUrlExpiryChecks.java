package edgecraft.access.checks;

import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Until when a signed URL is good. */
@Step("4.4")
class SignedUrlExpiryChecks {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** 2038-01-19T03:14:07Z. */
    private static final long LATEST = Integer.MAX_VALUE;

    @Check(
            id = "expires",
            title = "a URL is good until the second that Expires names: whole seconds, in digits",
            reference = "CloudFront guide: signed URLs with a canned policy, Expires")
    void expires(Instance<AccessSettings> server, Fixtures fixtures) {
        Signer signer = Signer.ec("K" + fixtures.randoms().name());
        Gated gate = Gated.by(server, fixtures, signer);
        String film = gate.film();
        Duration most =
                Duration.ofSeconds(30 + Byte.toUnsignedInt(fixtures.randoms().bytes(1)[0]));
        Instant end = fixtures.clock().instant().plus(most).plus(SECOND);
        String url = gate.target(signer.url(gate.url(film), end));

        gate.assertLetIn(
                "the URL is good for " + most.toSeconds() + " s and one more",
                gate.viewer().get(url),
                film);
        server.advance(most);
        gate.assertLetIn("this is the last second of the URL", gate.viewer().get(url), film);
        server.advance(SECOND);
        gate.assertRefused("it is as late as Expires says: the URL is over", url);
        server.advance(SECOND);
        gate.assertRefused("it is later than Expires says", url);
        server.advance(Duration.ofDays(400));
        gate.assertRefused("it is more than a year later than Expires says", url);
        for (long past : List.of(0L, 9L, 999_999_999L)) {
            String over = gate.target(signer.url(gate.url(film), Instant.ofEpochSecond(past)));
            gate.assertRefused(past + " s after the beginning of 1970 is long ago", over);
        }
        String last = gate.target(signer.url(gate.url(film), Instant.ofEpochSecond(LATEST)));
        gate.assertLetIn("the URL is good until 2038", gate.viewer().get(last), film);
        assertWholeSeconds(gate, signer, film);
    }

    private static void assertWholeSeconds(Gated gate, Signer signer, String film) {
        long later = gate.later().getEpochSecond();
        gate.assertLetIn(
                "Expires is an hour from now", gate.viewer().get(signed(gate, signer, film, later + "")), film);

        gate.assertRefused("these are milliseconds, not seconds", signed(gate, signer, film, later + "000"));
        gate.assertRefused("the latest Expires is " + LATEST, signed(gate, signer, film, Long.toString(LATEST + 1)));
        for (int bits : List.of(32, 64)) {
            String huge = BigInteger.ONE
                    .shiftLeft(bits)
                    .add(BigInteger.valueOf(later))
                    .toString();
            gate.assertRefused("the latest Expires is " + LATEST, signed(gate, signer, film, huge));
        }
        for (String other : List.of(
                "",
                "-1",
                "-" + later,
                "+" + later,
                "0" + later,
                later + ".0",
                later + ".",
                "1e10",
                "2e9",
                "0x7fffffff",
                "never",
                "null",
                later + "%20",
                later + "s",
                "Infinity",
                "12345678901234567890")) {
            gate.assertRefused("Expires is no whole number of seconds", signed(gate, signer, film, other));
        }
        String spelled =
                "%3" + Long.toString(later).charAt(0) + Long.toString(later).substring(1);
        gate.assertRefused("Expires is not in digits", signed(gate, signer, film, spelled));
        String text = PolicyText.canned(gate.url(film), Long.toString(later));
        gate.assertRefused(
                "Expires is not in digits",
                Ticket.of(signer, text, spelled, Signer.SHA1).on(film));
        gate.assertLetIn(
                "Expires is an hour from now", gate.viewer().get(signed(gate, signer, film, later + "")), film);
    }

    private static String signed(Gated gate, Signer signer, String film, String expires) {
        return Ticket.canned(signer, gate.url(film), expires, Signer.SHA1).on(film);
    }
}
