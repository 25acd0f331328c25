package edgecraft.workshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Fields;
import edgecraft.fixtures.Request;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ByHandTest {

    private static final URI SERVER = URI.create("http://127.0.0.1:8080");

    private final Conversation conversation = new Conversation();

    @Test
    void whoever_asks_is_repeated_with_the_command_of_his_protocol() {
        exchange("viewer", "POST", "/a?b=1", "X-One", "1");
        exchange("router", "GET", "/health");
        conversation.note("time", "+ 6s");
        exchange("resolver", "AAAA", "www.cdn.example. +subnet=2001:db8::/56 +tcp");

        assertThat(ByHand.lines(
                        conversation,
                        SERVER,
                        Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5353))))
                .containsExactly(
                        "curl --path-as-is -i -X POST -H 'X-One: 1' 'http://127.0.0.1:8080/a?b=1'",
                        "dig @127.0.0.1 -p 5353 AAAA www.cdn.example. +subnet=2001:db8::/56 +tcp");
    }

    @Test
    void a_crowd_is_told_from_both_ends() {
        for (int i = 1; i <= 50; i++) {
            exchange("viewer", "GET", "/" + i);
        }
        assertThat(ByHand.lines(conversation, SERVER, Optional.empty()))
                .hasSize(41)
                .contains("… 10 are left out")
                .anySatisfy(line -> assertThat(line).endsWith("/20"))
                .anySatisfy(line -> assertThat(line).endsWith("/31"))
                .noneSatisfy(line -> assertThat(line).endsWith("/21"));
    }

    @Test
    void a_server_without_dns_has_no_line_for_it() {
        exchange("resolver", "A", "www.cdn.example.");
        assertThat(ByHand.lines(conversation, SERVER, Optional.empty())).isEmpty();
    }

    private void exchange(String from, String method, String target, String... fields) {
        conversation
                .exchange(from, "server", new Request(method, target, Fields.of(fields), new byte[0]))
                .answered("done", List.of());
    }
}
