package edgecraft.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Directives, one by one. */
class CacheControlTest {

    @Test
    void a_directive_may_have_seconds() {
        assertThat(of("public, max-age=60").seconds("max-age")).hasValue(Duration.ofMinutes(1));
        assertThat(of("public").seconds("max-age")).isEmpty();
    }

    @Test
    void names_have_no_case() {
        assertThat(of("No-Store").has("no-store")).isTrue();
    }

    @Test
    void a_directive_is_a_word_and_not_some_letters() {
        assertThat(of("x-no-store-y, note=\"private, no-store\"").has("no-store"))
                .isFalse();
    }

    @Test
    void what_is_no_number_is_no_time_at_all() {
        assertThat(of("max-age=soon").seconds("max-age")).hasValue(Duration.ZERO);
    }

    private static CacheControl of(String value) {
        return CacheControl.of(Fields.of("Cache-Control", value));
    }
}
