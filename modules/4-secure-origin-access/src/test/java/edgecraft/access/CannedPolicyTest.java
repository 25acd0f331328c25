package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CannedPolicyTest {

    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000L);

    @Test
    void it_has_no_white_space_and_everything_as_sent() throws Exception {
        assertThat(CannedPolicy.of("http://www.example.org/caf%c3%a9?b=2&a=1", "1800000000"))
                .asString()
                .isEqualTo("{\"Statement\":[{\"Resource\":\"http://www.example.org/caf%c3%a9?b=2&a=1\","
                        + "\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":1800000000}}}]}");
    }

    @Test
    void a_url_can_not_say_more_than_itself() {
        assertThatThrownBy(() -> CannedPolicy.of("http://www.example.org/\",\"", "1"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_second_in_which_it_expires_is_too_late() {
        assertThatCode(() -> CannedPolicy.check("1800000001", NOON.plusMillis(999)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> CannedPolicy.check("1800000000", NOON)).isInstanceOf(Refusal.class);
    }

    @Test
    void what_is_no_time_is_over() {
        for (String expires :
                new String[] {"", "-1", "+1800000001", "01800000001", "1800000001.0", "9999999999", "1e10"}) {
            assertThatThrownBy(() -> CannedPolicy.check(expires, NOON))
                    .as(expires)
                    .isInstanceOf(Refusal.class);
        }
    }
}
