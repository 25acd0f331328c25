package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The private road to the origin, or to the shield before it: a few connections that stay open. */
final class OriginClient implements Closeable {

    /** They change nothing at the origin, so they may be sent again when a kept connection turns out dead (RFC 9110 §9.2.2). */
    private static final List<String> MAY_BE_SENT_AGAIN = List.of("GET", "HEAD");

    private final HttpHost origin;
    private final @Nullable HttpHost shield;
    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient http;

    /** A client that keeps to these settings. It asks once, follows nothing, decodes nothing and adds nothing of its own. */
    OriginClient(EdgeSettings settings) {
        Timeout timeout = Timeout.of(settings.timeout());
        origin = host(settings.origin());
        shield = settings.shield() == null ? null : host(settings.shield());
        connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(settings.originConnections())
                .setMaxConnTotal(settings.originConnections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
        http = HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setRequestExecutor(new ProxyExchange())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableDefaultUserAgent()
                .disableRedirectHandling()
                .build();
    }

    /**
     * Asks. What can't be asked of the shield, because it takes no connection, is asked of the origin.
     *
     * @return the answer, with its body still to be read
     * @throws OriginFailure if there is none
     */
    OriginAnswer ask(OriginRequest request) throws OriginFailure {
        try {
            return shield == null ? ask(origin, request) : askShield(shield, request);
        } catch (InterruptedIOException timeIsUp) {
            throw new OriginFailure(504, timeIsUp);
        } catch (IOException noAnswer) {
            throw new OriginFailure(502, noAnswer);
        }
    }

    private OriginAnswer askShield(HttpHost shield, OriginRequest request) throws IOException {
        try {
            return ask(shield, request);
        } catch (ConnectException
                | ConnectTimeoutException
                | NoRouteToHostException
                | UnknownHostException nothingWasSent) {
            return ask(origin, request);
        }
    }

    private OriginAnswer ask(HttpHost host, OriginRequest request) throws IOException {
        try {
            return send(host, request);
        } catch (ProxyExchange.NothingSent uselessConnection) {
            return sendAnew(host, request);
        } catch (InterruptedIOException | ConnectException noDeadConnection) {
            throw noDeadConnection;
        } catch (IOException perhapsADeadConnection) {
            if (!MAY_BE_SENT_AGAIN.contains(request.method()) || request.body() != null) {
                throw perhapsADeadConnection;
            }
            return sendAnew(host, request);
        }
    }

    /** On a fresh connection: the other kept ones may be no better. */
    private OriginAnswer sendAnew(HttpHost host, OriginRequest request) throws IOException {
        connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
        return send(host, request);
    }

    private OriginAnswer send(HttpHost host, OriginRequest request) throws IOException {
        BasicClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), host, request.target());
        if (host.equals(shield)) {
            message.addHeader("Host", request.host());
        }
        request.fields().lines().forEach(line -> message.addHeader(line.name(), line.value()));
        if (request.body() != null) {
            message.setEntity(new InputStreamEntity(request.body(), request.length(), null));
        }
        return answer(http.executeOpen(host, message, null));
    }

    private static OriginAnswer answer(ClassicHttpResponse response) throws IOException {
        Fields fields = new Fields(Stream.of(response.getHeaders())
                .map(header -> new Fields.Line(
                        header.getName(), Optional.ofNullable(header.getValue()).orElse("")))
                .toList());
        HttpEntity entity = response.getEntity();
        InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent();
        return new OriginAnswer(response.getCode(), fields, body, response);
    }

    private static HttpHost host(URI uri) {
        return new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
