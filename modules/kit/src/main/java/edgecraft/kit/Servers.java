package edgecraft.kit;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.HostPort;

/** Prepares Javalin so that what the viewer sent is what your handler sees, and what your handler says is what is sent. */
public final class Servers {

    private Servers() {}

    /**
     * A configuration without surprises, to be used as {@code Javalin.create(Servers.plain(config -> …))}:
     *
     * <ul>
     *   <li>the request target arrives as sent: {@code //}, {@code %2F} and {@code %2e%2e} are neither refused nor tidied up;
     *       {@code ctx.path()} has the path as sent, percent-encoded, without the query. (Only what is no path at all, {@code /%zz},
     *       {@code %00} or {@code /../} above the root, is refused with {@code 400} before your handler);
     *   <li>a target may name another host than {@code Host} does: {@link #host} says which counts;
     *   <li>a request that asks for a WebSocket is one like others;
     *   <li>nothing is compressed, and no {@code Content-Type} or {@code ETag} is made up;
     *   <li>request bodies of any size are let through;
     *   <li>paths of routes are compared exactly: {@code /a/} is not {@code /a}, and case matters;
     *   <li>a {@link Todo} is answered {@code 501} and says what is to be done.
     * </ul>
     *
     * @param own your own configuration: handlers, error mapping; it runs last and may change any of the above
     * @return what {@code Javalin.create} takes
     */
    public static Consumer<JavalinConfig> plain(Consumer<JavalinConfig> own) {
        return config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.http.generateEtags = false;
            config.http.maxRequestSize = Long.MAX_VALUE;
            config.router.ignoreTrailingSlashes = false;
            config.router.treatMultipleSlashesAsSingleSlash = false;
            config.router.caseInsensitiveRoutes = false;
            config.jetty.modifyHttpConfiguration(Servers::acceptEveryTarget);
            config.jetty.modifyServletContextHandler(Servers::acceptEveryRequest);
            config.routes.before(ctx -> ctx.res().setContentType(null));
            config.routes.exception(Todo.class, Servers::notBuiltYet);
            own.accept(config);
        };
    }

    /**
     * Sends every request to one handler, whatever its method and path. Javalin's own routes would answer {@code HEAD} with an
     * empty {@code 200} wherever there is a route for {@code GET}, and every method without a route with {@code 404}.
     *
     * @param config the configuration that {@link #plain} hands you
     * @param handler sees {@code GET}, {@code HEAD}, {@code POST}, {@code PURGE} … alike: {@code ctx.method()} tells which
     */
    public static void handleEverything(JavalinConfig config, Handler handler) {
        config.routes.before(ctx -> {
            handler.handle(ctx);
            ctx.skipRemainingHandlers();
        });
    }

    /**
     * Closes the viewer's connection at once. For an answer that can't be finished: a handler that returns, or throws, lets the
     * server end the answer in good order, and a viewer who was promised no {@code Content-Length} takes a part for the whole.
     *
     * @param ctx what the handler was called with; nothing more can be sent to this viewer
     */
    public static void hangUp(Context ctx) {
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    /**
     * The host that a request is for, with the port if one was named: the one in its target, where that names one
     * ({@code GET http://www.example.org/ HTTP/1.1}, RFC 9112 §3.2.2), and otherwise what {@code Host} says, as sent. Empty if
     * nothing says it.
     */
    public static String host(Context ctx) {
        String field = Optional.ofNullable(ctx.req().getHeader("Host")).orElse("");
        String named = ServletContextRequest.getServletContextRequest(ctx.req())
                .getHttpURI()
                .getAuthority();
        // Where the target names none, Jetty puts there what the field says, in its own spelling.
        return named == null || named.isEmpty() || isSame(named, field) ? field : named;
    }

    /** The address at the other end of the connection, which is all that nobody can make up. */
    public static IpAddress peer(Context ctx) {
        SocketAddress remote = ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getRemoteSocketAddress();
        return IpAddress.of(((InetSocketAddress) remote).getAddress());
    }

    private static boolean isSame(String one, String other) {
        int web = 80;
        try {
            return !other.isEmpty()
                    && new HostPort(one).getHost().equals(new HostPort(other).getHost())
                    && new HostPort(one).getPort(web) == new HostPort(other).getPort(web);
        } catch (IllegalArgumentException noSuchPort) {
            // Jetty lets a target name the port 99999, though not a field.
            return false;
        }
    }

    private static void acceptEveryRequest(ServletContextHandler context) {
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        FilterHolder filter = new FilterHolder(
                (request, response, chain) -> chain.doFilter(new NoWebSocket((HttpServletRequest) request), response));
        filter.setAsyncSupported(true);
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    private static void acceptEveryTarget(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setHttpCompliance(
                HttpCompliance.RFC9110.with("any authority", HttpCompliance.Violation.MISMATCHED_AUTHORITY));
        http.setSendServerVersion(false);
        // Jetty's cache of fields would hand over "Cookie: a=1" where a connection said "Cookie: A=1" after it.
        http.setHeaderCacheCaseSensitive(true);
    }

    private static void notBuiltYet(Todo todo, Context ctx) {
        String what = String.valueOf(todo.getMessage());
        ctx.status(501)
                .header(Todo.FIELD, what)
                .contentType("text/plain; charset=utf-8")
                .result(what + "\n");
    }
}
