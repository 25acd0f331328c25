package edgecraft.routing.checks.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import edgecraft.kit.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {

    private static final int MIB = 1024 * 1024;

    @Test
    void the_same_chance_makes_the_same_world() {
        assertThat(World.of(new Random(1))).isEqualTo(World.of(new Random(1)));
        assertThat(World.of(new Random(1)).networks())
                .isNotEqualTo(World.of(new Random(2)).networks());
    }

    @Test
    void fits_into_settings() throws IOException {
        List<Network> networks = World.of(new Random(1)).networks();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(networks);
        }

        assertThat(networks).hasSizeGreaterThan(2000).doesNotHaveDuplicates();
        assertThat(bytes.size()).isLessThan(MIB / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void every_network_is_in_its_providers_prefix(long seed) {
        World world = World.of(new Random(seed));

        assertThat(world.edges()).hasSize(60).doesNotHaveDuplicates();
        assertThat(world.viewers())
                .allSatisfy(viewer -> assertThat(viewer.provider()
                                .prefix()
                                .contains(viewer.network().prefix()))
                        .isTrue());
        assertThat(world.viewers().stream().mapToDouble(ViewerNetwork::share).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(world.viewers().stream()
                        .filter(viewer -> viewer.network().prefix().first().isIpv6()))
                .hasSizeGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void something_goes_wrong_everywhere_in_the_hour(long seed) {
        World world = World.of(new Random(seed));

        assertThat(world.congestions()).hasSizeGreaterThan(10);
        assertThat(world.outages()).hasSize(4);
        assertThat(world.outages().get(0).period().to()).isLessThan(Duration.ofMinutes(30));
    }
}
