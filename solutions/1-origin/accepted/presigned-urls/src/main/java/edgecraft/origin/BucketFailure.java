package edgecraft.origin;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** S3 gave no good answer. */
final class BucketFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * A failure.
     *
     * @param status what the viewer is told
     * @param why for the log
     */
    BucketFailure(int status, String why, @Nullable Throwable cause) {
        super(why, cause);
        this.status = status;
    }

    int status() {
        return status;
    }
}
