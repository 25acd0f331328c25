package edgecraft.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import edgecraft.kit.Location;
import org.junit.jupiter.api.Test;

class GlobeTest {

    private static final Location LONDON = new Location(51.5, -0.1);
    private static final Location WASHINGTON = new Location(38.9, -77.0);
    private static final Location HONOLULU = new Location(21.3, -157.9);
    private static final Location NADI = new Location(-17.8, 177.4);

    @Test
    void the_atlantic_has_a_width() {
        assertThat(Globe.kilometres(LONDON, WASHINGTON)).isEqualTo(5898, within(30.0));
        assertThat(Globe.kilometres(WASHINGTON, LONDON)).isEqualTo(Globe.kilometres(LONDON, WASHINGTON), within(1e-6));
    }

    @Test
    void the_world_has_no_edge_at_180_degrees() {
        assertThat(Globe.kilometres(HONOLULU, NADI)).isEqualTo(5107, within(30.0));
    }

    @Test
    void here_is_no_distance_at_all() {
        assertThat(Globe.kilometres(LONDON, LONDON)).isZero();
    }

    @Test
    void a_kilometre_is_expected_to_take_21_microseconds() {
        assertThat(Globe.expectedMillis(1000)).isEqualTo(21, within(1e-6));
    }
}
