package edgecraft.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Parts of an object of 1,000 bytes, which have the positions 0 to 999. */
class PartTest {

    @Test
    void a_part_has_both_its_ends() {
        assertThat(Part.of("bytes=0-99", 1000)).hasValue(new Part(0, 99));
    }

    @Test
    void without_an_end_it_goes_to_the_end_of_the_object() {
        assertThat(Part.of("bytes=900-", 1000)).hasValue(new Part(900, 999));
    }

    @Test
    void without_a_beginning_it_is_the_last_bytes() {
        assertThat(Part.of("bytes=-300", 1000)).hasValue(new Part(700, 999));
    }

    @Test
    void what_goes_past_the_end_is_cut_off() {
        assertThat(Part.of("bytes=900-5000", 1000)).hasValue(new Part(900, 999));
    }

    @Test
    void what_begins_past_the_end_is_empty() {
        assertThat(Part.of("bytes=1000-1099", 1000))
                .hasValueSatisfying(part -> assertThat(part.isEmpty()).isTrue());
    }

    @Test
    void what_is_no_range_of_bytes_is_ignored() {
        assertThat(Part.of("lines=0-9", 1000)).isEmpty();
        assertThat(Part.of("bytes=9-5", 1000)).isEmpty();
    }
}
