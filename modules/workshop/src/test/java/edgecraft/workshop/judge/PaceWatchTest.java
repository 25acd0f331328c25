package edgecraft.workshop.judge;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.check.Pace;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceWatchTest {

    private static final Pace THIRD = new Pace(3);

    @Test
    void a_machine_that_has_become_slower_is_found_out_once() {
        PaceWatch paces = watch(THIRD);
        assertThat(paces.slowest()).isEqualTo(Pace.ORDINARY);
        assertThat(paces.isSlowerThan(Pace.ORDINARY)).isTrue();
        assertThat(paces.slowest()).isEqualTo(THIRD);
        // Another measurement would find none left.
        assertThat(paces.isSlowerThan(Pace.ORDINARY)).isTrue();
    }

    @Test
    void what_had_the_slowest_pace_is_given_more_only_if_there_is_a_slower_one_by_now() {
        PaceWatch paces = watch(THIRD, Pace.ORDINARY, new Pace(5));
        assertThat(paces.isSlowerThan(Pace.ORDINARY)).isTrue();
        assertThat(paces.isSlowerThan(THIRD)).isFalse();
        assertThat(paces.slowest()).isEqualTo(THIRD);
        assertThat(paces.isSlowerThan(THIRD)).isTrue();
        assertThat(paces.slowest()).isEqualTo(new Pace(5));
    }

    private static PaceWatch watch(Pace... measured) {
        Iterator<Pace> paces = List.of(measured).iterator();
        return new PaceWatch(Pace.ORDINARY, paces::next);
    }
}
