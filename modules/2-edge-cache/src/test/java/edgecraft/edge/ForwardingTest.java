package edgecraft.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes on, and what stays behind. */
class ForwardingTest {

    @Test
    void a_cookie_goes_to_the_origin() {
        assertThat(toOrigin("Cookie", "session=1").values("Cookie")).containsExactly("session=1");
    }

    @Test
    void what_is_about_the_connection_stays_behind() {
        Fields asked = toOrigin("Connection", "keep-alive, X-Mine", "X-Mine", "1", "Accept", "text/html");

        assertThat(asked.has("Connection")).isFalse();
        assertThat(asked.has("X-Mine")).isFalse();
        assertThat(asked.has("Accept")).isTrue();
    }

    @Test
    void the_viewer_s_address_comes_last() {
        assertThat(toOrigin("X-Forwarded-For", "198.51.100.1").members("X-Forwarded-For"))
                .containsExactly("198.51.100.1", "192.0.2.7");
    }

    @Test
    void what_a_viewer_claims_about_itself_does_not_count() {
        assertThat(toOrigin("X-Forwarded-Host", "evil.example").values("X-Forwarded-Host"))
                .containsExactly("www.example.org");
        assertThat(toOrigin("X-Original-URL", "/admin").has("X-Original-URL")).isFalse();
    }

    @Test
    void each_proxy_adds_itself_to_via() {
        assertThat(toOrigin("Via", "1.1 laptop").members("Via")).containsExactly("1.1 laptop", "1.1 edge-fra");
        assertThat(Forwarding.comesRound(Fields.of("Via", "1.1 edge-fra, 1.1 other"), "edge-fra"))
                .isTrue();
        assertThat(Forwarding.comesRound(Fields.of("Via", "1.1 other"), "edge-fra"))
                .isFalse();
    }

    @Test
    void two_cookies_stay_two_lines() {
        Fields answer = Fields.of("Set-Cookie", "a=1", "Set-Cookie", "b=2");

        assertThat(Forwarding.toViewer(answer, "edge-fra").values("Set-Cookie")).containsExactly("a=1", "b=2");
    }

    private static Fields toOrigin(String... fields) {
        ViewerRequest request = new ViewerRequest("GET", "/", "www.example.org", "192.0.2.7", Fields.of(fields));
        return Forwarding.toOrigin(request, "edge-fra", List.of());
    }
}
