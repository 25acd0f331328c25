package edgecraft.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a line of an invalidation is about. */
class InvalidationPathTest {

    @Test
    void a_path_is_that_path() {
        assertThat(InvalidationPath.matches("/a", "/a")).isTrue();
        assertThat(InvalidationPath.matches("/a", "/a?x=1")).isFalse();
        assertThat(InvalidationPath.matches("/a", "/A")).isFalse();
    }

    @Test
    void a_star_at_the_end_is_anything() {
        assertThat(InvalidationPath.matches("/a*", "/a?x=1")).isTrue();
        assertThat(InvalidationPath.matches("/*", "/b/c")).isTrue();
    }

    @Test
    void a_star_elsewhere_is_a_star() {
        assertThat(InvalidationPath.matches("/a*b", "/axb")).isFalse();
        assertThat(InvalidationPath.matches("/a*b", "/a*b")).isTrue();
    }
}
