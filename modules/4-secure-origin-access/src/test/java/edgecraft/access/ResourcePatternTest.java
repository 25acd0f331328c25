package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResourcePatternTest {

    @Test
    void a_star_stays_in_its_section() {
        assertThat(covers("http://*.example.org/films/*", "www.example.org", "/films/a/b", null))
                .isTrue();
        assertThat(covers("http://*/films/a", "www.example.org", "/x/films/a", null))
                .isFalse();
        assertThat(covers("http://www.example.org/*/a", "www.example.org", "/x/y/a", null))
                .isTrue();
        assertThat(covers("*://www.example.org/a", "www.example.org", "/a", null))
                .isTrue();
        assertThat(covers("http://www.example.org/*.mp4", "www.example.org", "/a", "b.mp4"))
                .isFalse();
    }

    @Test
    void a_star_at_the_end_covers_what_follows() {
        assertThat(covers("http://www.example.org/a*", "www.example.org", "/ab", "c=1"))
                .isTrue();
        assertThat(covers("http://www.example.*", "www.example.org", "/ab", "c=1"))
                .isTrue();
        assertThat(covers("http://www.example.org/a", "www.example.org", "/a", "c=1"))
                .isFalse();
        assertThat(covers("*", "www.example.org", "/a", "c=1")).isTrue();
    }

    @Test
    void a_question_mark_is_one_character_or_begins_the_query() {
        assertThat(covers("http://www.example.org/a?c", "www.example.org", "/abc", null))
                .isTrue();
        assertThat(covers("http://www.example.org/a?c", "www.example.org", "/abbc", null))
                .isFalse();
        assertThat(covers("http://www.example.org/a?c=*", "www.example.org", "/a", "c=1"))
                .isTrue();
        assertThat(covers("http://www.example.org/a\\?c=?", "www.example.org", "/a", "c=1"))
                .isTrue();
        assertThat(covers("http://www.example.org/a\\?c=?", "www.example.org", "/abc=1", null))
                .isFalse();
    }

    @Test
    void all_else_is_literal() {
        assertThat(covers("http://www.example.org/*", "www-example.org", "/a", null))
                .isFalse();
        assertThat(covers("http://www.example.org/films/*", "www.example.org", "/films/../music/a", null))
                .isFalse();
    }

    private static boolean covers(String pattern, String host, String path, @Nullable String query) {
        return new ResourcePattern(pattern).covers(new Target(host, path, query));
    }
}
