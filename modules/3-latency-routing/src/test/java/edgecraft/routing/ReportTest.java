package edgecraft.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {

    private static final IpPrefix NETWORK = IpPrefix.parse("10.7.3.0/24");

    @Test
    void has_what_viewers_measured() {
        assertThat(read("{\"network\": \"10.7.3.0/24\", \"edge\": \"fra\", \"millis\": 23.5}"))
                .containsExactly(new Measurement(NETWORK, "fra", 23.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"network\": \"10.7.3.0/24\", \"edge\": \"fra\", \"millis\": 0}",
                "{\"network\": \"10.7.3.0/24\", \"edge\": \"fra\", \"millis\": 60001}",
                "{\"network\": \"10.7.3.0/24\", \"edge\": \"fra\", \"millis\": \"23\"}",
                "{\"network\": \"10.7.3.0/24\", \"edge\": \"fra\"}",
                "{\"network\": \"10.7.3.0/24\", \"edge\": \"xyz\", \"millis\": 23}",
                "{\"network\": \"10.9.9.0/24\", \"edge\": \"fra\", \"millis\": 23}",
                "[]"
            })
    void has_nothing_that_makes_no_sense(String one) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(one));
    }

    private static List<Measurement> read(String one) {
        String json = "{\"measurements\": [" + one + "]}";
        return Report.read(
                json.getBytes(StandardCharsets.UTF_8),
                new Networks(List.of(new Network(NETWORK, null))),
                Set.of("fra", "lhr"));
    }
}
