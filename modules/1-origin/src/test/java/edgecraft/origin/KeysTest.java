package edgecraft.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void a_path_without_its_first_slash_is_the_key() {
        assertThat(Keys.forPath("/photos/cat.jpg", "index.html")).isEqualTo("photos/cat.jpg");
    }

    @Test
    void the_path_of_one_slash_asks_for_the_root_object() {
        assertThat(Keys.forPath("/", "start.html")).isEqualTo("start.html");
    }

    @Test
    void a_folder_has_no_root_object() {
        assertThat(Keys.forPath("/docs/", "index.html")).isEqualTo("docs/");
    }

    @Test
    void a_path_is_percent_encoded_and_a_key_is_not() {
        assertThat(Keys.forPath("/my%20photos/cat.jpg", "index.html")).isEqualTo("my photos/cat.jpg");
    }

    @Test
    void a_plus_in_a_path_is_a_plus() {
        assertThat(Keys.forPath("/1+1.txt", "index.html")).isEqualTo("1+1.txt");
    }
}
