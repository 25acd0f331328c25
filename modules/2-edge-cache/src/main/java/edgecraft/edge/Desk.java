package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Todo;
import io.javalin.http.Context;

/** Where viewers come to: looks at what is stored, decides, and acts. */
final class Desk {

    Desk(EdgeSettings settings) {}

    /** Answers a request. */
    void answer(Context ctx) {
        throw new Todo("2.1", "ask the origin, and pass its answer on");
    }

    /** Ends what it has open. */
    void close() {}
}
