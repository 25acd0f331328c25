package edgecraft.workshop.cli;

import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Conversation.Exchange;
import edgecraft.fixtures.Fields;
import edgecraft.fixtures.Request;
import java.net.URI;
import java.util.List;

/** A conversation as commands that repeat it. */
final class CurlLines {

    private static final String WITH = "with ";

    private CurlLines() {}

    /** A curl line for each request of a viewer, in order; bodies are left out. */
    static List<String> of(Conversation conversation, URI server) {
        return conversation.entries().stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .filter(exchange -> exchange.from().equals("viewer"))
                .map(exchange -> request(exchange).curl(server))
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
