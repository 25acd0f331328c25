package edgecraft.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Parts of a body of 1,000 bytes, which have the positions 0 to 999. */
class PartTest {

    @Test
    void a_part_has_both_its_ends() {
        assertThat(Part.of("bytes=0-99", 1000)).hasValue(new Part(0, 99, 1000));
        assertThat(Part.of("bytes=900-", 1000)).hasValue(new Part(900, 999, 1000));
        assertThat(Part.of("bytes=-300", 1000)).hasValue(new Part(700, 999, 1000));
    }

    @Test
    void what_begins_past_the_end_is_empty() {
        assertThat(Part.of("bytes=1000-", 1000)).hasValueSatisfying(part -> {
            assertThat(part.isEmpty()).isTrue();
            assertThat(part.contentRange()).isEqualTo("bytes */1000");
        });
    }

    @Test
    void what_makes_no_sense_counts_as_not_sent() {
        assertThat(Part.of("bytes=9-5", 1000)).isEmpty();
        assertThat(Part.of("lines=1-2", 1000)).isEmpty();
        assertThat(Part.of("bytes=0-1,5-6", 1000)).isEmpty();
    }
}
