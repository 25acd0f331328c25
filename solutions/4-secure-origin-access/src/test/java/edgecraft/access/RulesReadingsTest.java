package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.kit.AccessRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesReadingsTest {

    private final Rules rules = new Rules(
            List.of(new AccessRule("/films/*", "films"), new AccessRule("/day/?", "films"), new AccessRule("*", null)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x/../films//../a",
                "/x/../films/%5c../../a",
                "/x/../films/y%2F../../a",
                "/x/../films/y%2F../%2e%2e/a",
                "/w/../films/%2e%2e/../a",
                "/x/../films/%5c..//../a",
                "/x/../films/y%5c..%5c../a"
            })
    void a_path_that_is_private_in_any_order_of_tidying_is_refused(String path) {
        assertThatThrownBy(() -> rules.group(path)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "//", "/x/", "/x//y/./z/../", "/x/%2E%2e/y", "/%5C", "/%2525/", "/film%73.html", "/films"})
    void a_path_that_is_public_in_every_order_is_not(String path) throws Refusal {
        assertThat(rules.group(path)).isEmpty();
    }

    @Test
    void a_question_mark_is_about_a_whole_character() throws Refusal {
        assertThat(rules.group("/day/%F0%9F%98%80")).contains("films");
    }
}
