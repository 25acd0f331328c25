package edgecraft.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({"203.0.113.7, 250, 203.0.114.1", "2001:db8::ffff, 1, 2001:db8::1:0"})
    void counts_on(String from, int places, String to) {
        assertThat(IpAddress.parse(from).plus(BigInteger.valueOf(places))).isEqualTo(IpAddress.parse(to));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "0.0.0.0, 0.0.0.0",
        "::, ::",
        "::1, ::1",
        "2001:DB8:0:0::7, 2001:db8::7",
        "1:0:0:2:0:0:3:4, 1::2:0:0:3:4",
        "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3"
    })
    void reads_and_writes_what_people_write(String text, String written) {
        assertThat(IpAddress.parse(text)).hasToString(written).isEqualTo(IpAddress.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.4.",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.4:80",
                "1.2.3.4/32",
                " 1.2.3.4",
                "1.2.3.4\n",
                ":",
                "1::2::3",
                "abc::g",
                "[::1]",
                "fe80::1%lo",
                ".:"
            })
    void reads_nothing_else(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpAddress.parse(text))
                .withMessage("not an IP address: " + text);
    }

    @Test
    void an_ipv4_address_in_the_clothes_of_ipv6_is_taken_out_of_them() {
        IpAddress mapped = IpAddress.parse("::ffff:203.0.113.7");

        assertThat(mapped).isEqualTo(IpAddress.parse("203.0.113.7"));
        assertThat(mapped.bits()).isEqualTo(32);
        assertThat(mapped.isIpv6()).isFalse();
    }

    @Test
    void has_its_bits_as_a_number() {
        assertThat(IpAddress.parse("255.0.0.1").number()).isEqualTo(0xff000001L);
        assertThat(IpAddress.parse("ffff::").number().bitLength()).isEqualTo(128);
    }
}
