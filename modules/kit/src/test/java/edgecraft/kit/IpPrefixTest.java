package edgecraft.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.0, true",
        "203.0.113.0/24, 203.0.113.255, true",
        "203.0.113.0/24, 203.0.112.255, false",
        "10.8.0.0/13, 10.15.255.255, true",
        "10.8.0.0/13, 10.16.0.0, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::, false",
        "::/0, 0.0.0.0, false",
        "203.0.113.7/32, 203.0.113.7, true",
        "203.0.113.7/32, 203.0.113.6, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "8000::/1, ffff::1, true"
    })
    void contains_the_addresses_that_begin_with_it(String prefix, String address, boolean contained) {
        assertThat(IpPrefix.parse(prefix).contains(IpAddress.parse(address))).isEqualTo(contained);
    }

    @Test
    void contains_prefixes_in_it_and_itself() {
        IpPrefix wide = IpPrefix.parse("10.0.0.0/8");

        assertThat(wide.contains(IpPrefix.parse("10.7.0.0/16"))).isTrue();
        assertThat(wide.contains(wide)).isTrue();
        assertThat(wide.contains(IpPrefix.parse("0.0.0.0/0"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0.0/",
                "/8",
                "10.0.0.0/33",
                "10.0.0.0/08",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.1/8",
                "::/129"
            })
    void reads_nothing_that_is_no_prefix(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> IpPrefix.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 24, 203.0.113.0/24",
        "255.255.255.255, 13, 255.248.0.0/13",
        "1.2.3.4, 0, 0.0.0.0/0",
        "2001:db8:1::9, 48, 2001:db8:1::/48",
        "ffff::1, 1, 8000::/1"
    })
    void is_cut_from_an_address(String address, int length, String prefix) {
        assertThat(IpPrefix.around(IpAddress.parse(address), length)).hasToString(prefix);
    }
}
