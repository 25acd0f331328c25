package edgecraft.workshop.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private final Course course = Samples.course();

    @Test
    void a_module_is_named_by_its_number_or_its_directory() {
        assertThat(Selection.of(course, "9").checks())
                .containsExactly("9.1/first", "9.1/second", "9.2/third", "9.3/extra");
        assertThat(Selection.of(course, "9-sample")).isEqualTo(Selection.of(course, "9"));
        assertThat(Selection.of(course, "9").isWholeModule()).isTrue();
    }

    @Test
    void a_step_and_a_check_are_parts_of_it() {
        assertThat(Selection.of(course, "9.1").checks()).containsExactly("9.1/first", "9.1/second");
        assertThat(Selection.of(course, "9.1/second").checks()).containsExactly("9.1/second");
        assertThat(Selection.of(course, "9.1").isWholeModule()).isFalse();
    }

    @Test
    void nothing_asks_for_everything() {
        assertThat(Selection.of(course, List.of())).containsExactly(Selection.of(course, "9"));
    }

    @Test
    void what_is_not_there_is_answered_with_what_is() {
        assertThatThrownBy(() -> Selection.of(course, "2"))
                .isInstanceOf(Misuse.class)
                .hasMessage("there is no module 2; there is 9-sample.");
        assertThatThrownBy(() -> Selection.of(course, "9.7"))
                .isInstanceOf(Misuse.class)
                .hasMessage("module 9-sample has no step 9.7; it has 9.1, 9.2, 9.3.");
        assertThatThrownBy(() -> Selection.of(course, "9.1/frist"))
                .isInstanceOf(Misuse.class)
                .hasMessage("step 9.1 has no check 9.1/frist; it has 9.1/first, 9.1/second.");
    }
}
