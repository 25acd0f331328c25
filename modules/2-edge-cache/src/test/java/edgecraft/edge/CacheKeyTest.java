package edgecraft.edge;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.kit.CachePolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes two requests the same. */
class CacheKeyTest {

    @Test
    void a_host_has_more_than_one_way_of_writing_it() {
        assertThat(key("WWW.example.org:80", "/")).isEqualTo(key("www.example.org", "/"));
        assertThat(key("www.example.org:8080", "/")).isNotEqualTo(key("www.example.org", "/"));
    }

    @Test
    void a_target_has_one() {
        assertThat(key("a", "/A")).isNotEqualTo(key("a", "/a"));
        assertThat(key("a", "/?x=1&y=2")).isNotEqualTo(key("a", "/?y=2&x=1"));
        assertThat(key("a", "/?x=%2F")).isNotEqualTo(key("a", "/?x=/"));
    }

    @Test
    void what_the_policy_leaves_out_does_not_reach_the_origin_either() {
        CachePolicy policy = CachePolicy.ordinary().withQueryNames(List.of("id"));
        ViewerRequest request = request("a", "/p?utm=x&id=7&id=8");

        assertThat(CacheKey.target(request, policy)).isEqualTo("/p?id=7&id=8");
        assertThat(CacheKey.of(request, policy)).isEqualTo(CacheKey.of(request("a", "/p?id=7&id=8"), policy));
    }

    @Test
    void an_answer_may_vary() {
        Fields answer = Fields.of("Vary", "Accept-Language");
        Variant german = Variant.of(answer, Fields.of("Accept-Language", "de"));

        assertThat(german.isFor(Fields.of("Accept-Language", "de", "User-Agent", "x")))
                .isTrue();
        assertThat(german.isFor(Fields.of("Accept-Language", "en"))).isFalse();
        assertThat(german.isFor(Fields.of())).isFalse();
    }

    @Test
    void there_are_two_kinds_of_viewers_gzip_and_plain() {
        assertThat(AcceptEncoding.normalised(Fields.of("Accept-Encoding", "deflate, GZIP;q=0.5"))
                        .values("Accept-Encoding"))
                .containsExactly("gzip");
        assertThat(AcceptEncoding.normalised(Fields.of("Accept-Encoding", "br, gzip;q=0"))
                        .has("Accept-Encoding"))
                .isFalse();
    }

    private static CacheKey key(String host, String target) {
        return CacheKey.of(request(host, target), CachePolicy.ordinary());
    }

    private static ViewerRequest request(String host, String target) {
        return new ViewerRequest("GET", target, host, "192.0.2.7", Fields.of());
    }
}
