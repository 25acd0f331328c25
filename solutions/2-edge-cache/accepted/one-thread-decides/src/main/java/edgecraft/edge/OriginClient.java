package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The private road to the origin: a few connections that stay open. */
final class OriginClient implements Closeable {

    private static final Set<String> MAY_BE_SENT_AGAIN = Set.of("GET", "HEAD");

    private final HttpHost origin;
    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient http;

    /** A client that keeps to these settings. It asks once, follows nothing, decodes nothing and adds nothing of its own. */
    OriginClient(EdgeSettings settings) {
        Timeout patience = Timeout.of(settings.timeout());
        origin = HttpHost.create(settings.origin());
        connections = connections(settings.originConnections(), patience);
        http = HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setRequestExecutor(new Exchange())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience)
                        .setResponseTimeout(patience)
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
     * Asks.
     *
     * @return the answer, with its body still to be read
     * @throws OriginFailure if there is none
     */
    OriginAnswer ask(OriginRequest request) throws OriginFailure {
        try {
            return send(request);
        } catch (Exchange.DeadConnection dead) {
            return askAgain(request, dead);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private OriginAnswer askAgain(OriginRequest request, Exchange.DeadConnection dead) throws OriginFailure {
        boolean isHarmless = MAY_BE_SENT_AGAIN.contains(request.method()) && request.body() == null;
        if (!isHarmless && !dead.wasUnused()) {
            throw failure(dead);
        }
        // The other kept ones may be no better.
        connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
        try {
            return send(request);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private OriginAnswer send(OriginRequest request) throws IOException {
        BasicClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), origin, request.target());
        request.fields().lines().forEach(line -> message.addHeader(line.name(), line.value()));
        if (request.body() != null) {
            message.setEntity(new InputStreamEntity(request.body(), request.length(), null));
        }
        ClassicHttpResponse response = http.executeOpen(origin, message, null);
        Fields fields = new Fields(Stream.of(response.getHeaders())
                .map(header -> new Fields.Line(
                        header.getName(), Optional.ofNullable(header.getValue()).orElse("")))
                .toList());
        InputStream body = response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
        return new OriginAnswer(response.getCode(), fields, body, response);
    }

    private static OriginFailure failure(IOException cause) {
        return new OriginFailure(cause instanceof InterruptedIOException ? 504 : 502, cause);
    }

    private static PoolingHttpClientConnectionManager connections(int most, Timeout patience) {
        CharCodingConfig bytes = CharCodingConfig.custom()
                .setCharset(StandardCharsets.ISO_8859_1)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .charCodingConfig(bytes)
                        .build())
                .setMaxConnPerRoute(most)
                .setMaxConnTotal(most)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .build();
    }
}
