package edgecraft.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Is it still good? */
class ValidationTest {

    @Test
    void the_fields_of_a_304_replace_those_of_the_copy() {
        Fields copy = Fields.of("ETag", "\"1\"", "Cache-Control", "max-age=1", "Content-Length", "5");

        Fields fresh = Validation.freshened(copy, Fields.of("Cache-Control", "max-age=9", "Content-Length", "0"));

        assertThat(fresh.values("Cache-Control")).containsExactly("max-age=9");
        assertThat(fresh.values("Content-Length")).containsExactly("5");
        assertThat(fresh.values("ETag")).containsExactly("\"1\"");
    }

    @Test
    void a_viewer_who_sends_the_tag_has_it_already() {
        Fields copy = Fields.of("ETag", "\"1\"");

        assertThat(Validation.isKnown(Fields.of("If-None-Match", "\"0\", W/\"1\""), copy))
                .isTrue();
        assertThat(Validation.isKnown(Fields.of("If-None-Match", "\"2\""), copy))
                .isFalse();
        assertThat(Validation.isKnown(Fields.of(), copy)).isFalse();
    }

    @Test
    void with_a_tag_there_the_date_means_nothing() {
        String date = "Tue, 03 Nov 2026 12:00:00 GMT";
        Fields copy = Fields.of("ETag", "\"1\"", "Last-Modified", date);

        assertThat(Validation.isKnown(Fields.of("If-Modified-Since", date), copy))
                .isTrue();
        assertThat(Validation.isKnown(Fields.of("If-None-Match", "\"2\"", "If-Modified-Since", date), copy))
                .isFalse();
    }
}
