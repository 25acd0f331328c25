package edgecraft.routing;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.kit.HealthPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Three failures in a row make an edge go down, two successes in a row bring it up. */
class EdgeHealthTest {

    private final HealthPolicy policy =
            new HealthPolicy("/health", Duration.ofSeconds(10), Duration.ofSeconds(1), 3, 2);

    @Test
    void nobody_is_down_unasked() {
        assertThat(EdgeHealth.UNKNOWN.isUp()).isTrue();
    }

    @Test
    void goes_down_after_three_failures_in_a_row() {
        assertThat(after(false, false).isUp()).isTrue();
        assertThat(after(false, false, false).isUp()).isFalse();
        assertThat(after(false, false, true, false, false).isUp()).isTrue();
    }

    @Test
    void comes_up_after_two_successes_in_a_row() {
        assertThat(after(false, false, false, true).isUp()).isFalse();
        assertThat(after(false, false, false, true, true).isUp()).isTrue();
        assertThat(after(false, false, false, true, false, true).isUp()).isFalse();
    }

    private EdgeHealth after(boolean... probes) {
        EdgeHealth health = EdgeHealth.UNKNOWN;
        for (boolean success : probes) {
            health = health.after(success, policy);
        }
        return health;
    }
}
