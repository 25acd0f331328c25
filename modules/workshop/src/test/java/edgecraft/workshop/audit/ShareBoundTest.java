package edgecraft.workshop.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareBoundTest {

    @Test
    void none_of_n_leaves_as_much_as_n_runs_would_miss_once_in_twenty_times() {
        for (int runs : new int[] {1, 20, 1000}) {
            assertThat(ShareBound.of(runs, 0)).isCloseTo(1 - Math.pow(0.05, 1.0 / runs), within(1e-9));
        }
    }

    /** Found by bisection of the binomial distribution, with another program. */
    @Test
    void some_of_n_leave_more() {
        assertThat(ShareBound.of(20, 1)).isCloseTo(0.2161068, within(1e-6));
        assertThat(ShareBound.of(20, 5)).isCloseTo(0.4555824, within(1e-6));
        assertThat(ShareBound.of(1000, 3)).isCloseTo(0.0077350, within(1e-6));
    }

    @Test
    void where_all_differ_or_nothing_ran_nothing_is_out_of_the_question() {
        assertThat(ShareBound.of(20, 20)).isEqualTo(1);
        assertThat(ShareBound.of(0, 0)).isEqualTo(1);
    }
}
