package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OddBase64Test {

    private static final byte[] BYTES = {(byte) 0xfb, (byte) 0xff, (byte) 0xfe, 1};

    @Test
    void three_characters_are_not_the_usual_ones() throws Exception {
        assertThat(OddBase64.encode(BYTES)).isEqualTo("-~~-AQ__");
        assertThat(OddBase64.decode("-~~-AQ__")).isEqualTo(BYTES);
    }

    @Test
    void the_usual_ones_are_refused() {
        for (String usual : new String[] {"+//+AQ==", "-__-AQ", "-~~-AQ==", "-~~-AQ", "-~~-AQ_"}) {
            assertThatThrownBy(() -> OddBase64.decode(usual)).as(usual).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void bits_that_mean_nothing_are_refused() {
        assertThatThrownBy(() -> OddBase64.decode("-~~-AR__")).isInstanceOf(Refusal.class);
    }
}
