package edgecraft.edge;

import java.io.IOException;

/** There is no answer from the origin. */
final class OriginFailure extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * @param status what to tell the viewer: 502 if there was no connection or it was closed without an answer, 504 if the
     *     time was up
     * @param cause what the client said
     */
    OriginFailure(int status, Throwable cause) {
        super(cause);
        this.status = status;
    }

    /** 502 or 504. */
    int status() {
        return status;
    }
}
