package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import java.io.Closeable;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The private road to the origin, or to the shield before it: a few connections that stay open. */
final class OriginClient implements Closeable {

    private final ExecutorService executor = Executors.newCachedThreadPool(Threads.daemons("edge-client"));
    private final Road origin;
    private final Optional<Road> shield;

    /** A client that keeps to these settings. It asks once, follows nothing, decodes nothing and adds nothing of its own. */
    OriginClient(EdgeSettings settings) {
        allowHost();
        origin = new Road(settings.origin(), settings, executor);
        shield = Optional.ofNullable(settings.shield()).map(address -> new Road(address, settings, executor));
    }

    /**
     * Asks. What can't be asked of the shield, because it takes no connection, is asked of the origin.
     *
     * @return the answer, with its body still to be read
     * @throws OriginFailure if there is none
     */
    OriginAnswer ask(OriginRequest request) throws OriginFailure {
        if (shield.isPresent()) {
            try {
                return shield.get().ask(request, request.fields().with("Host", request.host()));
            } catch (OriginFailure failure) {
                if (!nothingWasSent(failure)) {
                    throw failure;
                }
            }
        }
        return origin.ask(request, request.fields());
    }

    /** Whether a target can be asked for byte for byte. */
    boolean canAskFor(String target) {
        return origin.address(target).isPresent();
    }

    @Override
    public void close() {
        origin.close();
        shield.ifPresent(Road::close);
        executor.shutdown();
    }

    private static boolean nothingWasSent(OriginFailure failure) {
        return failure.getCause() instanceof ConnectException
                || failure.getCause() instanceof HttpConnectTimeoutException;
    }

    /** The JDK's client reads this once, before its first use. */
    private static void allowHost() {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }
}
