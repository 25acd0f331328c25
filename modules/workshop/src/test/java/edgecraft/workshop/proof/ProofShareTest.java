package edgecraft.workshop.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProofShareTest {

    private static final List<String> NAMES =
            IntStream.range(0, 300).mapToObj(number -> "mistake-" + number).toList();

    @Test
    void all_shares_together_have_each_name_once() {
        assertThat(Stream.of("1/3", "2/3", "3/3").flatMap(ProofShareTest::shareOf))
                .containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void they_are_of_about_the_same_size() {
        assertThat(List.of("1/3", "2/3", "3/3"))
                .allSatisfy(share -> assertThat(shareOf(share)).hasSizeBetween(70, 130));
    }

    @Test
    void when_nothing_is_said_it_is_all() {
        assertThat(NAMES).allMatch(ProofShare.said(null)::has);
    }

    @Test
    void what_is_no_share_is_named() {
        assertThat(List.of("0/3", "4/3", "3", "", "a third", "1/0"))
                .allSatisfy(written -> assertThatThrownBy(() -> ProofShare.said(written))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("share"));
    }

    private static Stream<String> shareOf(String share) {
        return NAMES.stream().filter(ProofShare.said(share)::has);
    }
}
