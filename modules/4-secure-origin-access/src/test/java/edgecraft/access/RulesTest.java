package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.kit.AccessRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {

    private final Rules rules = new Rules(List.of(
            new AccessRule("/films/trailer-?.mp4", null),
            new AccessRule("/films/*", "films"),
            new AccessRule("*.flac", "music"),
            new AccessRule("*", null)));

    @Test
    void the_first_that_matches_counts() throws Exception {
        assertThat(rules.group("/films/trailer-1.mp4")).isEmpty();
        assertThat(rules.group("/films/trailer-10.mp4")).contains("films");
        assertThat(rules.group("/films/song.flac")).contains("films");
        assertThat(rules.group("/a/song.flac")).contains("music");
        assertThat(rules.group("/Films/a")).isEmpty();
    }

    @Test
    void another_spelling_is_the_same_path() throws Exception {
        assertThat(rules.group("/%66ilms/a")).contains("films");
        assertThat(rules.group("/films%2Fa")).contains("films");
        assertThat(rules.group("/%2566ilms/a")).isEmpty();
    }

    @Test
    void what_can_be_taken_for_another_is_refused() {
        for (String path : new String[] {
            "/public/../films/a", "/public/%2e%2e/films/a", "//films/a", "/./films/a", "/public/..%5cfilms/a"
        }) {
            assertThatThrownBy(() -> rules.group(path)).as(path).isInstanceOf(Refusal.class);
        }
    }
}
