package edgecraft.edge;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/** Sees to connections that end early: asks once more if a kept one was dead, and ends one whose upload broke off. */
final class EarlyEnds implements ExecChainHandler {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        acquire(scope);
        if (scope.originalRequest.getEntity() instanceof Upload upload) {
            upload.goesOver(scope.execRuntime::disconnectEndpoint);
        }
        boolean kept = scope.execRuntime.isEndpointConnected();
        try {
            return chain.proceed(request, scope);
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (CleanConnections.NothingSent useless) {
            return again(request, scope, chain);
        } catch (IOException dead) {
            if (!kept || request.getEntity() != null || !HARMLESS.contains(request.getMethod())) {
                throw dead;
            }
        }
        return again(request, scope, chain);
    }

    private static ClassicHttpResponse again(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        acquire(scope);
        scope.execRuntime.disconnectEndpoint();
        return chain.proceed(request, scope);
    }

    private static void acquire(ExecChain.Scope scope) throws IOException {
        ExecRuntime runtime = scope.execRuntime;
        if (!runtime.isEndpointAcquired()) {
            runtime.acquireEndpoint(scope.exchangeId, scope.route, null, scope.clientContext);
        }
    }
}
