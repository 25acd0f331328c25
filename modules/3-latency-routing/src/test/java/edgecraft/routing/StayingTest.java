package edgecraft.routing;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.Hysteresis;
import edgecraft.kit.IpAddress;
import edgecraft.kit.Location;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A network leaves for a gain of 10 ms and a fifth, which lasts for 30 s. */
class StayingTest {

    private final Hysteresis margins = new Hysteresis(10, 0.2, Duration.ofSeconds(30));
    private final Instant now = Instant.parse("2026-11-03T12:00:00Z");
    private final Staying inFrankfurt = Staying.at(takes("fra", 100));

    @Test
    void leaves_for_a_gain_that_lasts() {
        Staying found = inFrankfurt.after(takes("fra", 100), takes("lhr", 70), margins, now);
        assertThat(found.edge()).isEqualTo("fra");

        assertThat(found.after(takes("fra", 100), takes("lhr", 70), margins, now.plusSeconds(29))
                        .edge())
                .isEqualTo("fra");
        assertThat(found.after(takes("fra", 100), takes("lhr", 70), margins, now.plusSeconds(30))
                        .edge())
                .isEqualTo("lhr");
    }

    @Test
    void a_small_gain_ends_the_wait() {
        Staying found = inFrankfurt.after(takes("fra", 100), takes("lhr", 70), margins, now);
        Staying lost = found.after(takes("fra", 100), takes("lhr", 95), margins, now.plusSeconds(20));

        assertThat(lost.after(takes("fra", 100), takes("lhr", 70), margins, now.plusSeconds(40))
                        .edge())
                .isEqualTo("fra");
    }

    private static Candidate takes(String edge, double millis) {
        EdgeSite site = new EdgeSite(
                edge, URI.create("http://127.0.0.1:1"), new Location(0, 0), IpAddress.parse("192.0.2.1"), null);
        return new Candidate(site, true, OptionalDouble.empty(), OptionalDouble.of(millis), true);
    }
}
