package edgecraft.routing.checks.world;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.kit.HealthPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final HealthPolicy POLICY =
            new HealthPolicy("/health", Duration.ofMinutes(1), Duration.ofSeconds(1), 2, 3);

    @Test
    void known_from_the_last_failure_to_the_last_success_that_it_takes() {
        assertThat(known(600, 1000)).isEqualTo(new Period(Duration.ofMinutes(11), Duration.ofMinutes(19)));
    }

    @Test
    void probes_come_when_they_fall_due() {
        assertThat(known(601, 1020)).isEqualTo(new Period(Duration.ofMinutes(12), Duration.ofMinutes(19)));
    }

    private static Period known(int from, int to) {
        Period period = new Period(Duration.ofSeconds(from), Duration.ofSeconds(to));
        return new Outage(Cities.WITH_EDGE.get(0), period).known(POLICY);
    }
}
