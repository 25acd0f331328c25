package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignedUrlTest {

    @Test
    void what_signs_it_is_read() throws Exception {
        Target target = target("b=2&a=1&Expires=1800000000&Signature=c2ln&Key-Pair-Id=K1&Hash-Algorithm=SHA256");

        assertThat(SignedUrl.pass(target))
                .isEqualTo(new Pass(Optional.of("1800000000"), Optional.empty(), "c2ln", "K1", "SHA256"));
    }

    @Test
    void what_is_asked_for_is_the_rest() {
        assertThat(SignedUrl.plain(target("b=2&a=%20&&Expires=1&Signature=c2ln&Key-Pair-Id=K1"))
                        .query())
                .isEqualTo("b=2&a=%20&");
        assertThat(SignedUrl.plain(target("Expires=1&Signature=c2ln&Key-Pair-Id=K1"))
                        .url())
                .isEqualTo("http://www.example.org/film.mp4");
        assertThat(SignedUrl.plain(target("&Expires=1&Signature=c2ln&Key-Pair-Id=K1"))
                        .url())
                .isEqualTo("http://www.example.org/film.mp4?");
    }

    @Test
    void one_reserved_name_is_enough() {
        assertThat(SignedUrl.isOne(target("a=1&Key-Pair-Id=K1"))).isTrue();
        assertThat(SignedUrl.isOne(target("a=Policy&expires=1"))).isFalse();
        assertThat(SignedUrl.isOne(target(null))).isFalse();
    }

    @Test
    void half_a_pass_is_none() {
        for (String query : new String[] {
            "Expires=1&Signature=c2ln",
            "Signature=c2ln&Key-Pair-Id=K1",
            "Expires=1&Policy=e30_&Signature=c2ln&Key-Pair-Id=K1",
            "Expires=1&Expires=2&Signature=c2ln&Key-Pair-Id=K1",
            "Expires=1&Signature=c2ln&Key-Pair-Id=K1&Hash-Algorithm=MD5"
        }) {
            assertThatThrownBy(() -> SignedUrl.pass(target(query))).as(query).isInstanceOf(Refusal.class);
        }
    }

    private static Target target(@Nullable String query) {
        return new Target("www.example.org", "/film.mp4", query);
    }
}
