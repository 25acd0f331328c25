package edgecraft.workshop.cli;

import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Conversation.Exchange;
import edgecraft.fixtures.Fields;
import edgecraft.fixtures.Request;
import edgecraft.fixtures.Resolver;
import edgecraft.workshop.report.Abridged;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A conversation as commands that repeat it. */
final class ByHand {

    private static final String WITH = "with ";

    /** Lines that are told at the beginning, and as many at the end. */
    private static final int TOLD_AT_AN_END = 20;

    private ByHand() {}

    /**
     * A curl line for each request of a viewer, without its body, and a dig line for each question of a resolver, in order. Nobody
     * types those of a crowd: then the middle is left out.
     *
     * @param server where it is, without a path
     * @param dns where it answers DNS, if it does
     */
    static List<String> lines(Conversation conversation, URI server, Optional<InetSocketAddress> dns) {
        return Abridged.lines(all(conversation, server, dns), TOLD_AT_AN_END, left -> "… " + left + " are left out");
    }

    private static List<String> all(Conversation conversation, URI server, Optional<InetSocketAddress> dns) {
        return conversation.entries().stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .flatMap(exchange -> switch (exchange.from()) {
                    case "viewer" -> Stream.of(request(exchange).curl(server));
                    case "resolver" ->
                        dns.stream().map(address -> Resolver.dig(address, exchange.method() + " " + exchange.target()));
                    default -> Stream.empty();
                })
                .toList();
    }

    private static Request request(Exchange exchange) {
        String[] fields = exchange.notes().stream()
                .filter(note -> note.startsWith(WITH))
                .flatMap(note -> List.of(note.substring(WITH.length()).split(": ", 2)).stream())
                .toArray(String[]::new);
        return new Request(exchange.method(), exchange.target(), Fields.of(fields), new byte[0]);
    }
}
