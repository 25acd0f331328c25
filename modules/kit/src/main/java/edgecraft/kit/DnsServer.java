package edgecraft.kit;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Lets a server answer DNS too. Sockets, threads and the format of messages are not the lesson: your function is asked a
 * {@link DnsQuestion} in plain types, and what it says is sent.
 */
public final class DnsServer {

    private DnsServer() {}

    /**
     * Answers DNS for as long as the server runs, over UDP and TCP on 127.0.0.1, at one free port for both. The name is sent
     * back in the case in which it was asked. What is no question never gets to you: it is answered {@code FORMERR},
     * {@code NOTIMP} or {@code REFUSED}. An answer without addresses is sent with an SOA record and client subnet scope 0 (RFC 2308
     * §3, RFC 7871 §7.4).
     *
     * @param config the configuration that {@link Servers#plain} hands you
     * @param zone what is asked about; an answer without addresses may be kept as long as one with
     * @param answerer answers one question; many threads call it at once. If it throws, the answer is {@code SERVFAIL}, and the
     *     stack trace is printed; for a {@link Todo} it is {@code NOTIMP}, with the message as extended error (RFC 8914)
     */
    public static void beside(JavalinConfig config, DnsZone zone, Function<DnsQuestion, DnsAnswer> answerer) {
        DnsSockets sockets = new DnsSockets(new DnsDesk(zone, answerer));
        config.jetty.modifyServer(jetty -> jetty.addBean(sockets));
    }

    /** The port at which a server answers DNS; none if it was made without {@link #beside}, or has not started. */
    public static OptionalInt portOf(Javalin server) {
        DnsSockets sockets = server.jettyServer().server().getBean(DnsSockets.class);
        return sockets == null ? OptionalInt.empty() : sockets.port();
    }
}
