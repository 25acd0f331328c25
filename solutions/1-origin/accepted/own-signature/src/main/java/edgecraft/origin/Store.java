package edgecraft.origin;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Talks S3 over the JDK's plain HTTP client. */
final class Store {

    private final URI endpoint;
    private final String bucket;
    private final Signer signer;
    private final int patience;

    /**
     * One bucket of a store.
     *
     * @param patience how long to wait, for a connection and for the next bytes
     */
    Store(URI endpoint, String bucket, Signer signer, Duration patience) {
        this.endpoint = endpoint;
        this.bucket = bucket;
        this.signer = signer;
        this.patience = Math.toIntExact(patience.toMillis());
    }

    /** The description of an object. If there is none, it may be that there is not even a bucket. */
    Optional<Meta> describe(ObjectKey key) throws StoreException {
        try (Reply reply = ask("HEAD", key, Map.of())) {
            return switch (reply.status()) {
                case 200 -> Optional.of(Meta.of(reply));
                case 400, 404 -> Optional.empty();
                default -> throw StoreException.answered(reply.status());
            };
        }
    }

    /**
     * Fetches an object.
     *
     * @param further fields of the request
     * @return the store's answer, 200, 206 or 412; to be closed
     */
    Optional<Reply> fetch(ObjectKey key, Map<String, String> further) throws StoreException {
        Reply reply = ask("GET", key, further);
        switch (reply.status()) {
            case 200, 206, 412:
                return Optional.of(reply);
            default:
                try (reply) {
                    if (reply.saysNoSuchKey()) {
                        return Optional.empty();
                    }
                    throw StoreException.answered(reply.status());
                }
        }
    }

    private Reply ask(String method, ObjectKey key, Map<String, String> further) throws StoreException {
        URI target = endpoint.resolve("/" + bucket + "/" + key.encoded());
        try {
            HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection(Proxy.NO_PROXY);
            connection.setRequestMethod(method);
            connection.setConnectTimeout(patience);
            connection.setReadTimeout(patience);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            signer.sign(method, target, host(target), Instant.now()).forEach(connection::setRequestProperty);
            further.forEach(connection::setRequestProperty);
            return Reply.to(connection);
        } catch (IOException e) {
            throw StoreException.because(e);
        }
    }

    /** As the client writes it: without the port if that is the scheme's own. */
    private static String host(URI target) throws IOException {
        boolean plain =
                target.getPort() < 0 || target.getPort() == target.toURL().getDefaultPort();
        return plain ? target.getHost() : target.getHost() + ":" + target.getPort();
    }
}
