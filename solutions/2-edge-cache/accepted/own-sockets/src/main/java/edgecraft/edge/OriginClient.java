package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The private road to the origin, or to the shield before it: HTTP/1.1 over a few connections that stay open. */
final class OriginClient implements Closeable {

    private static final Set<String> SENT_AGAIN = Set.of("GET", "HEAD");

    private final ConnectionPool origin;
    private final @Nullable ConnectionPool shield;
    private final Duration patience;
    private final Executor threads;

    /** @param threads where the bodies of requests are sent from */
    OriginClient(EdgeSettings settings, Executor threads) {
        this.patience = settings.timeout();
        this.threads = threads;
        int most = settings.originConnections();
        origin = new ConnectionPool(Destination.of(settings.origin()), most, patience);
        shield = settings.shield() == null
                ? null
                : new ConnectionPool(Destination.of(settings.shield()), most, patience);
    }

    /**
     * Asks. What can't be asked of the shield, because it takes no connection, is asked of the origin.
     *
     * @return the answer, with its body still to be read
     * @throws OriginFailure if there is none
     */
    OriginAnswer ask(OriginRequest request, @Nullable Upload upload) throws OriginFailure {
        try {
            if (shield != null) {
                try {
                    return askOver(shield, request.host(), request, upload);
                } catch (NoConnection shieldIsGone) {
                    // Nothing was sent yet.
                }
            }
            return askOver(origin, origin.destination().authority(), request, upload);
        } catch (SocketTimeoutException e) {
            throw new OriginFailure(504, e);
        } catch (IOException e) {
            throw new OriginFailure(502, e);
        }
    }

    @Override
    public void close() {
        origin.close();
        if (shield != null) {
            shield.close();
        }
    }

    private OriginAnswer askOver(ConnectionPool pool, String host, OriginRequest request, @Nullable Upload upload)
            throws IOException {
        Connection connection = pool.take();
        Exchange exchange = new Exchange(pool, connection, upload);
        try {
            return converse(exchange, host, request);
        } catch (IOException e) {
            boolean again = connection.isUsed()
                    && !exchange.hasHeard()
                    && !(e instanceof SocketTimeoutException)
                    && upload == null
                    && SENT_AGAIN.contains(request.method());
            if (!again) {
                exchange.abort();
                throw e;
            }
        }
        return askOnceMore(new Exchange(pool, pool.replace(connection), null), host, request);
    }

    /** On a fresh connection: the one that was kept was dead. */
    private OriginAnswer askOnceMore(Exchange exchange, String host, OriginRequest request) throws IOException {
        try {
            return converse(exchange, host, request);
        } catch (IOException e) {
            exchange.abort();
            throw e;
        }
    }

    private OriginAnswer converse(Exchange exchange, String host, OriginRequest request) throws IOException {
        exchange.send(request, host, threads);
        return exchange.receive(request.method(), patience);
    }
}
