package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The private road to the origin, or to the shield before it: a few connections that stay open. */
final class OriginClient implements Closeable {

    private final HttpHost origin;
    private final @Nullable HttpHost shield;
    private final CloseableHttpClient client;

    /** A client that keeps to these settings. It asks once, follows nothing, decodes nothing and adds nothing of its own. */
    OriginClient(EdgeSettings settings) {
        origin = host(settings.origin());
        shield = settings.shield() == null ? null : host(settings.shield());
        Timeout patience = Timeout.of(settings.timeout());
        RequestConfig waiting = RequestConfig.custom()
                .setConnectionRequestTimeout(patience)
                .setResponseTimeout(patience)
                .setProtocolUpgradeEnabled(false)
                .setAuthenticationEnabled(false)
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections(settings.originConnections(), patience))
                .setRequestExecutor(new CleanConnections())
                .setDefaultRequestConfig(waiting)
                .addExecInterceptorBefore(ChainElement.CONNECT.name(), "early-ends", new EarlyEnds())
                .disableDefaultUserAgent()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
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
            if (shield != null) {
                try {
                    return ask(shield, request.host(), request);
                } catch (ConnectException | ConnectTimeoutException | NoRouteToHostException | UnknownHostException e) {
                    // Nothing has been sent: the origin is asked in its place.
                }
            }
            return ask(origin, origin.toHostString(), request);
        } catch (IOException e) {
            throw new OriginFailure(isTimeout(e) ? 504 : 502, e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private OriginAnswer ask(HttpHost whom, String host, OriginRequest request) throws IOException {
        ClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), whom, request.target());
        message.addHeader("Host", host);
        request.fields().lines().forEach(line -> message.addHeader(line.name(), line.value()));
        if (request.body() != null) {
            message.setEntity(new Upload(request.body(), request.length()));
        }
        return answer(client.executeOpen(whom, message, null));
    }

    private static OriginAnswer answer(ClassicHttpResponse response) throws IOException {
        Fields fields = new Fields(Arrays.stream(response.getHeaders())
                .map(header -> new Fields.Line(header.getName(), header.getValue()))
                .toList());
        InputStream body = response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
        return new OriginAnswer(response.getCode(), fields, body, response);
    }

    private static HttpClientConnectionManager connections(int most, Timeout patience) {
        CharCodingConfig bytes = CharCodingConfig.custom()
                .setCharset(StandardCharsets.ISO_8859_1)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .charCodingConfig(bytes)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .setMaxConnPerRoute(most)
                .setMaxConnTotal(2 * most)
                .build();
    }

    private static boolean isTimeout(IOException failure) {
        return failure instanceof SocketTimeoutException || failure.getCause() instanceof TimeoutException;
    }

    private static HttpHost host(URI address) {
        return new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    }
}
