package edgecraft.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstanceOutputTest {

    private static final int LONGEST_LINE = 8192;

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final InstanceOutput output = new InstanceOutput(new PrintStream(sent, true, StandardCharsets.UTF_8));

    @BeforeEach
    void belong_to_an_instance() {
        InstanceOutput.belongTo(7);
    }

    @AfterEach
    void belong_to_nobody() {
        InstanceOutput.belongTo(0);
    }

    @Test
    void every_line_says_whose_it_is() {
        print("one\n\ntwo\nbegun");
        assertThat(sent()).isEqualTo(framed("one") + framed("") + framed("two"));
    }

    @Test
    void a_line_may_come_in_pieces() {
        print("be");
        print("gun\nand en");
        print("ded");
        output.write('\n');
        assertThat(sent()).isEqualTo(framed("begun") + framed("and ended"));
    }

    @Test
    void what_is_longer_than_a_line_may_be_is_several() {
        print("ab");
        print("x".repeat(2 * LONGEST_LINE) + "\n");
        assertThat(sent())
                .isEqualTo(
                        framed("ab" + "x".repeat(LONGEST_LINE - 2)) + framed("x".repeat(LONGEST_LINE)) + framed("xx"));
    }

    private void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.write(bytes, 0, bytes.length);
    }

    private String sent() {
        return sent.toString(StandardCharsets.UTF_8);
    }

    private static String framed(String text) {
        return InstanceOutput.MARK + "7:" + text + "\n";
    }
}
