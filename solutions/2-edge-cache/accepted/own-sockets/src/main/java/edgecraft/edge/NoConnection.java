package edgecraft.edge;

import java.io.IOException;

/** No connection could be made, so that nothing was sent. */
final class NoConnection extends IOException {

    private static final long serialVersionUID = 1;

    NoConnection(IOException cause) {
        super(cause);
    }
}
