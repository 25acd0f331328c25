package edgecraft.workshop.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StyleTest {

    @Test
    void colours_are_for_terminals() {
        assertThat(Style.COLOUR.red("no")).isEqualTo("\u001b[31mno\u001b[0m");
        assertThat(Style.PLAIN.red("no")).isEqualTo("no");
    }

    @Test
    void what_a_terminal_would_obey_is_shown_instead() {
        assertThat(Style.harmless("a\u001b[2Jb\u0007\u009b1mc\r")).isEqualTo("a\\x1b[2Jb\\x07\\x9b1mc\\x0d");
        assertThat(Style.harmless("right\u202eleft")).isEqualTo("right\\x202eleft");
        assertThat(Style.harmless("grün → ✔\n\tnext")).isEqualTo("grün → ✔\n\tnext");
    }

    @Test
    void what_pretends_to_be_several_lines_is_one() {
        assertThat(Style.oneLine("a\n100 of 100 points")).isEqualTo("a\\x0a100 of 100 points");
    }
}
