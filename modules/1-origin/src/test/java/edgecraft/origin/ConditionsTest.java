package edgecraft.origin;

import static edgecraft.origin.Conditions.Outcome.FAILED;
import static edgecraft.origin.Conditions.Outcome.MET;
import static edgecraft.origin.Conditions.Outcome.NOT_MODIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private static final String TAG = "\"5d41402a\"";
    private static final Instant MODIFIED = Instant.parse("2026-11-03T09:05:00Z");

    @Test
    void without_conditions_nothing_stands_in_the_way() {
        assertThat(Conditions.evaluate(name -> null, TAG, MODIFIED)).isEqualTo(MET);
    }

    @Test
    void who_has_this_object_needs_no_copy() {
        assertThat(with("If-None-Match", "\"5d41402a\"")).isEqualTo(NOT_MODIFIED);
    }

    @Test
    void who_has_another_object_gets_this_one() {
        assertThat(with("If-None-Match", "\"7215ee9c\"")).isEqualTo(MET);
    }

    @Test
    void one_tag_of_a_list_is_enough() {
        assertThat(with("If-None-Match", "\"7215ee9c\", \"5d41402a\"")).isEqualTo(NOT_MODIFIED);
    }

    @Test
    void an_object_that_has_not_changed_since_a_date_is_known() {
        assertThat(with("If-Modified-Since", "Tue, 03 Nov 2026 09:05:00 GMT")).isEqualTo(NOT_MODIFIED);
    }

    @Test
    void who_wants_another_object_does_not_get_this_one() {
        assertThat(with("If-Match", "\"7215ee9c\"")).isEqualTo(FAILED);
    }

    @Test
    void who_has_parts_of_this_object_may_have_another_part() {
        assertThat(Conditions.allowPart("\"5d41402a\"", TAG, MODIFIED)).isTrue();
    }

    @Test
    void who_has_parts_of_another_object_may_not() {
        assertThat(Conditions.allowPart("\"7215ee9c\"", TAG, MODIFIED)).isFalse();
    }

    @Test
    void who_does_not_say_may_have_a_part() {
        assertThat(Conditions.allowPart(null, TAG, MODIFIED)).isTrue();
    }

    /** What a request gets that has just this one condition. */
    private static Conditions.Outcome with(String field, String value) {
        return Conditions.evaluate(name -> name.equalsIgnoreCase(field) ? value : null, TAG, MODIFIED);
    }
}
