package edgecraft.edge;

import java.io.IOException;
import java.io.OutputStream;

/** Where the bytes of an answer come from. */
@FunctionalInterface
interface Content {

    /** Nothing. */
    Content NONE = out -> {};

    /** Writes them, as they come. Throws if they break off. */
    void copyTo(OutputStream out) throws IOException;
}
