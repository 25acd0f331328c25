package edgecraft.routing;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworksTest {

    private final Network provider = new Network(IpPrefix.parse("10.7.0.0/16"), null);
    private final Network town = new Network(IpPrefix.parse("10.7.3.0/24"), null);
    private final Networks networks = new Networks(List.of(provider, town));

    @Test
    void the_longest_prefix_comes_first() {
        assertThat(networks.around(IpAddress.parse("10.7.3.9"))).containsExactly(town, provider);
        assertThat(networks.around(IpAddress.parse("10.7.4.9"))).containsExactly(provider);
        assertThat(networks.around(IpAddress.parse("10.8.0.1"))).isEmpty();
    }

    @Test
    void a_whole_network_is_not_in_the_networks_inside_it() {
        assertThat(networks.around(IpPrefix.parse("10.7.0.0/16"))).containsExactly(provider);
    }
}
