package edgecraft.workshop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnclosureTest {

    @Test
    void outside_a_verdict_is_an_exit_code_as_it_is() {
        assertThat(Enclosure.exitCode(1)).isEqualTo(1);
    }

    @Test
    void only_the_tool_inside_gives_a_verdict() {
        assertThat(Enclosure.verdict(64)).isZero();
        assertThat(Enclosure.verdict(65)).isEqualTo(1);
        assertThat(Enclosure.verdict(67)).isEqualTo(3);
        assertThat(Enclosure.verdict(0)).as("not the tool's").isEqualTo(3);
        assertThat(Enclosure.verdict(1)).as("bubblewrap did not start").isEqualTo(3);
        assertThat(Enclosure.verdict(137)).as("killed").isEqualTo(3);
    }
}
