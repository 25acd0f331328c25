package edgecraft.edge;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.kit.CachePolicy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long an answer of noon is fresh, and how old it is when it arrives. */
class FreshnessTest {

    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
    private static final String DATE = "Tue, 03 Nov 2026 12:00:00 GMT";

    @Test
    void a_shared_cache_goes_by_s_maxage() {
        assertThat(lifetime("Cache-Control", "max-age=600, s-maxage=5")).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void expires_counts_from_the_origin_s_date() {
        assertThat(lifetime("Date", DATE, "Expires", "Tue, 03 Nov 2026 12:01:00 GMT"))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(lifetime("Date", DATE, "Expires", "0")).isEqualTo(Duration.ZERO);
    }

    @Test
    void who_says_nothing_gets_the_default() {
        assertThat(lifetime("Date", DATE)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void the_policy_has_a_least_and_a_most() {
        CachePolicy policy =
                CachePolicy.ordinary().withMinTtl(Duration.ofSeconds(10)).withMaxTtl(Duration.ofSeconds(100));
        Fields hurried = Fields.of("Cache-Control", "max-age=1");
        Fields patient = Fields.of("Cache-Control", "max-age=1000");

        assertThat(Freshness.lifetime(200, hurried, NOON, policy)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Freshness.lifetime(200, patient, NOON, policy)).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void an_answer_may_be_old_when_it_arrives() {
        assertThat(Freshness.ageOnArrival(Fields.of("Date", DATE, "Age", "50"), NOON.plusSeconds(2)))
                .isEqualTo(Duration.ofSeconds(50));
        assertThat(Freshness.ageOnArrival(Fields.of("Date", DATE), NOON.plusSeconds(2)))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(Freshness.ageOnArrival(Fields.of(), NOON)).isEqualTo(Duration.ZERO);
    }

    private static Duration lifetime(String... fields) {
        return Freshness.lifetime(200, Fields.of(fields), NOON, CachePolicy.ordinary());
    }
}
