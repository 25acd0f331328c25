package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignedCookiesTest {

    private static final String SIGNED = "CloudFront-Policy=e30_; CloudFront-Signature=c2ln; CloudFront-Key-Pair-Id=K1";

    @Test
    void they_are_read_from_one_field_or_several() throws Exception {
        Pass pass = new Pass(Optional.empty(), Optional.of("e30_"), "c2ln", "K1", "SHA1");

        assertThat(SignedCookies.pass(List.of("a=1; " + SIGNED))).isEqualTo(pass);
        assertThat(SignedCookies.pass(List.of(SIGNED.split("; ")))).isEqualTo(pass);
    }

    @Test
    void names_have_their_case() {
        assertThatThrownBy(() -> SignedCookies.pass(List.of(SIGNED.replace("CloudFront-S", "cloudfront-s"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void none_may_come_twice() {
        assertThatThrownBy(() -> SignedCookies.pass(List.of(SIGNED, "CloudFront-Signature=c2ln")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_others_go_on() {
        assertThat(SignedCookies.others("a=1; " + SIGNED + "; b=x=y; cloudfront-policy=z"))
                .isEqualTo("a=1; b=x=y; cloudfront-policy=z");
        assertThat(SignedCookies.others(SIGNED)).isEmpty();
    }
}
