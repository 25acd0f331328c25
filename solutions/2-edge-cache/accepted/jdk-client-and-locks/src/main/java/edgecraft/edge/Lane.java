package edgecraft.edge;

import java.net.http.HttpClient;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The right to use one connection, until it is given back. From then on it knows nothing of the client, which would never be
 * collected as garbage if its own connection referred to it.
 */
final class Lane {

    private final AtomicReference<HttpClient> client;
    private final Consumer<HttpClient> givingBack;

    /**
     * A lane that is in use.
     *
     * @param client keeps this connection and no other
     * @param givingBack is told once
     */
    Lane(HttpClient client, Consumer<HttpClient> givingBack) {
        this.client = new AtomicReference<>(client);
        this.givingBack = givingBack;
    }

    /** The client, before the lane is given back. */
    HttpClient client() {
        return Objects.requireNonNull(client.get());
    }

    /** Gives it back; it can be said more than once. */
    void free() {
        HttpClient before = client.getAndSet(null);
        if (before != null) {
            givingBack.accept(before);
        }
    }
}
