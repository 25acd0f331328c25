package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class S3PathTest {

    @Test
    void every_spelling_of_a_key_becomes_the_same() {
        assertThat(S3Path.canonical("/%61/caf%c3%a9")).isEqualTo("/a/caf%C3%A9");
        assertThat(S3Path.canonical("/it's(a)*test!")).isEqualTo("/it%27s%28a%29%2Atest%21");
        assertThat(S3Path.canonical("/a%2Fb")).isEqualTo("/a/b");
    }

    @Test
    void a_plus_is_a_plus() {
        assertThat(S3Path.canonical("/libstdc++")).isEqualTo("/libstdc%2B%2B");
    }

    @Test
    void it_is_decoded_once_and_encoded_once() {
        assertThat(S3Path.canonical("/100%25")).isEqualTo("/100%25");
        assertThat(S3Path.canonical("/%2541")).isEqualTo("/%2541");
        assertThat(S3Path.canonical("/a%20b")).isEqualTo("/a%20b");
    }

    @Test
    void nothing_is_tidied_up() {
        assertThat(S3Path.canonical("/a//b/./c/../d/")).isEqualTo("/a//b/./c/../d/");
    }

    @Test
    void a_percent_sign_needs_two_digits() {
        assertThatThrownBy(() -> S3Path.canonical("/100%")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> S3Path.canonical("/%g0")).isInstanceOf(IllegalArgumentException.class);
    }
}
