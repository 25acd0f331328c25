package edgecraft.kit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request that Javalin takes for one that doesn't ask for a WebSocket. Otherwise it answers {@code 404} before any handler,
 * and keeps a session for each of them for ever.
 */
final class NoWebSocket extends HttpServletRequestWrapper {

    NoWebSocket(HttpServletRequest request) {
        super(request);
    }

    /** {@code getHeaders} has all fields. */
    @Override
    public @Nullable String getHeader(String name) {
        return name.equals("Sec-WebSocket-Version") ? null : super.getHeader(name);
    }
}
