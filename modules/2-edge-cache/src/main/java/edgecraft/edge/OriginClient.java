package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import edgecraft.kit.Todo;
import java.io.Closeable;
import java.io.IOException;

/** The private road to the origin, or to the shield before it: a few connections that stay open. */
final class OriginClient implements Closeable {

    /** A client that keeps to these settings. It asks once, follows nothing, decodes nothing and adds nothing of its own. */
    OriginClient(EdgeSettings settings) {}

    /**
     * Asks. What can't be asked of the shield, because it takes no connection, is asked of the origin.
     *
     * @return the answer, with its body still to be read
     * @throws OriginFailure if there is none
     */
    OriginAnswer ask(OriginRequest request) throws OriginFailure {
        throw new Todo("2.1", "ask the origin");
    }

    @Override
    public void close() throws IOException {}
}
