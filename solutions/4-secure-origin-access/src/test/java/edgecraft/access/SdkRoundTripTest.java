package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.access.SdkPasses.Shown;
import edgecraft.kit.AccessRule;
import edgecraft.kit.GateSettings;
import edgecraft.kit.IpAddress;
import edgecraft.kit.KeyGroup;
import edgecraft.kit.Time;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the AWS SDK signs, the reference lets in; and not what has one byte changed. */
class SdkRoundTripTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final IpAddress VIEWER = IpAddress.parse("192.0.2.7");
    private static final int SIGNED = 2_400;

    private static final Random RANDOM = new Random(4);
    private static SdkPasses sdk;
    private static Admission admission;

    @BeforeAll
    static void makeKeys() throws Exception {
        sdk = new SdkPasses(RANDOM, NOW);
        admission = new Admission(new GateSettings(
                URI.create("http://127.0.0.1:1"),
                List.of(new KeyGroup("viewers", Map.of(SdkPasses.RSA, sdk.rsaPem(), SdkPasses.EC, sdk.ecPem()))),
                List.of(new AccessRule("*", "viewers")),
                Time.system()));
    }

    @Test
    void letsInWhatTheSdkSignsAndNothingElse() {
        for (int i = 0; i < SIGNED; i++) {
            Shown shown = sdk.next(i);
            assertThat(letsIn(shown)).as(shown.toString()).isTrue();
            assertChangedIsRefused(
                    shown, shown.from() + RANDOM.nextInt(shown.text().length() - shown.from()));
        }
    }

    @Test
    void refusesEveryByteChanged() {
        for (int kind = 0; kind < SdkPasses.KINDS; kind++) {
            Shown shown = sdk.next(kind);
            IntStream.range(shown.from(), shown.text().length()).forEach(at -> assertChangedIsRefused(shown, at));
        }
    }

    private static void assertChangedIsRefused(Shown shown, int at) {
        char c = shown.text().charAt(at);
        // White space between cookies means nothing, however much there is.
        if (c == ' ') {
            return;
        }
        char other;
        do {
            other = (char) ('!' + RANDOM.nextInt('~' - '!' + 1));
        } while (other == c);
        Shown changed =
                shown.with(shown.text().substring(0, at) + other + shown.text().substring(at + 1));
        assertThat(letsIn(changed))
                .as("%s, with %s for %s at %s", shown, other, c, at)
                .isFalse();
    }

    private static boolean letsIn(Shown shown) {
        try {
            admission.check(target(shown.url()), shown.cookies(), VIEWER, NOW);
            return true;
        } catch (Refusal | IllegalArgumentException refused) {
            return false;
        }
    }

    private static Target target(String url) {
        int path = url.indexOf('/', "http://".length());
        int mark = url.indexOf('?', path);
        return new Target(
                url.substring("http://".length(), path),
                url.substring(path, mark < 0 ? url.length() : mark),
                mark < 0 ? null : url.substring(mark + 1));
    }
}
