package edgecraft.routing;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.RouterSettings;
import edgecraft.kit.Todo;
import io.javalin.http.Context;

/** Answers what is asked of the router over HTTP. Thread-safe. */
final class Desk {

    Desk(RouterSettings settings) {}

    /** Begins what goes on while nobody asks. Called when the server has started. */
    void open() {}

    /** Ends what goes on while nobody asks. Called when the server has stopped. */
    void close() {}

    /**
     * The edge that a viewer is sent to now, for whoever asks otherwise than over HTTP. Counts like a request of the viewer.
     */
    EdgeSite edgeFor(IpAddress viewer) {
        throw new Todo("3.10", "the edge for a viewer");
    }

    /** Answers one request. */
    void answer(Context ctx) {
        throw new Todo("3.1", "send the viewer to the nearest edge");
    }
}
