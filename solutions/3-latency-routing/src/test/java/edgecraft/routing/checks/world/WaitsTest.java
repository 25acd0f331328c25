package edgecraft.routing.checks.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitsTest {

    @Test
    void so_many_of_a_hundred_do_not_wait_longer() {
        Waits waits = new Waits(
                IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray());

        assertThat(waits.percentile(50)).isEqualTo(100);
        assertThat(waits.percentile(95)).isEqualTo(190);
        assertThat(waits.percentile(100)).isEqualTo(200);
    }

    @Test
    void of_few_it_is_one_of_them() {
        assertThat(new Waits(7).percentile(95)).isEqualTo(7);
        assertThat(new Waits(9, 3).percentile(50)).isEqualTo(3);
        assertThat(new Waits(9, 3).percentile(51)).isEqualTo(9);
    }
}
