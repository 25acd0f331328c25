package edgecraft.edge;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.kit.CachePolicy;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What may be stored for everybody. */
class StoringTest {

    private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");

    @Test
    void a_page_with_a_lifetime_may() {
        assertThat(mayStore(Fields.of(), Fields.of("Cache-Control", "max-age=60")))
                .isTrue();
    }

    @Test
    void a_private_page_may_not() {
        assertThat(mayStore(Fields.of(), Fields.of("Cache-Control", "max-age=60, private")))
                .isFalse();
        assertThat(mayStore(Fields.of(), Fields.of("Cache-Control", "no-store")))
                .isFalse();
        assertThat(mayStore(Fields.of(), Fields.of("Cache-Control", "max-age=60", "Set-Cookie", "session=1")))
                .isFalse();
    }

    @Test
    void a_page_for_somebody_may_if_its_origin_permits_it() {
        Fields somebody = Fields.of("Authorization", "Bearer x");

        assertThat(mayStore(somebody, Fields.of("Cache-Control", "max-age=60"))).isFalse();
        assertThat(mayStore(somebody, Fields.of("Cache-Control", "max-age=60, public")))
                .isTrue();
    }

    @Test
    void nobody_guesses_about_a_page_that_came_for_a_cookie() {
        assertThat(mayStore(Fields.of("Cookie", "session=1"), Fields.of())).isFalse();
        assertThat(mayStore(Fields.of(), Fields.of())).isTrue();
    }

    private static boolean mayStore(Fields asked, Fields answer) {
        ViewerRequest request = new ViewerRequest("GET", "/", "www.example.org", "192.0.2.7", asked);
        return Storing.mayStore(request, 200, answer, NOW, CachePolicy.ordinary());
    }
}
