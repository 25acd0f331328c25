package edgecraft.routing;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private final List<Network> networks =
            List.of(new Network(IpPrefix.parse("10.7.0.0/16"), null), new Network(IpPrefix.parse("10.7.3.0/24"), null));

    @Test
    void a_network_without_another_inside_is_the_scope() {
        assertThat(Scope.around(IpAddress.parse("10.7.3.9"), networks)).isEqualTo(24);
    }

    @Test
    void a_network_with_another_inside_is_cut_until_that_one_is_out() {
        assertThat(Scope.around(IpAddress.parse("10.7.2.9"), networks)).isEqualTo(24);
        assertThat(Scope.around(IpAddress.parse("10.7.4.9"), networks)).isEqualTo(22);
        assertThat(Scope.around(IpAddress.parse("10.7.200.9"), networks)).isEqualTo(17);
    }

    @Test
    void outside_it_is_as_wide_as_it_can_be() {
        assertThat(Scope.around(IpAddress.parse("10.6.0.1"), networks)).isEqualTo(16);
        assertThat(Scope.around(IpAddress.parse("203.0.113.9"), networks)).isEqualTo(1);
        assertThat(Scope.around(IpAddress.parse("2001:db8::9"), networks)).isZero();
    }
}
