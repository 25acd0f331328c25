package edgecraft.routing.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import edgecraft.kit.Location;
import org.junit.jupiter.api.Test;

class GreatCircleTest {

    private static final double HALF_THE_WAY_ROUND = Math.PI * 6371.0088;

    @Test
    void cities() {
        assertThat(GreatCircle.kilometres(Places.HONOLULU, Places.NADI)).isCloseTo(5099, within(20.0));
        assertThat(GreatCircle.kilometres(Places.LONDON, Places.SINGAPORE)).isCloseTo(10_850, within(50.0));
    }

    @Test
    void the_same_point_and_the_opposite_one() {
        Location opposite = new Location(-Places.MADRID.latitude(), Places.MADRID.longitude() + 180);
        assertThat(GreatCircle.kilometres(Places.MADRID, Places.MADRID)).isZero();
        assertThat(GreatCircle.kilometres(Places.MADRID, opposite)).isCloseTo(HALF_THE_WAY_ROUND, within(0.001));
    }

    @Test
    void at_a_pole_every_longitude_is_the_same() {
        assertThat(GreatCircle.kilometres(new Location(90, -120), new Location(90, 75)))
                .isCloseTo(0, within(0.001));
        assertThat(GreatCircle.kilometres(new Location(-90, 10), new Location(0, -170)))
                .isCloseTo(HALF_THE_WAY_ROUND / 2, within(0.001));
    }
}
