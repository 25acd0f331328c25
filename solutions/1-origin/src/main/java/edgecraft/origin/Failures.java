package edgecraft.origin;

import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Decides what a viewer is told when S3 could not be asked, or gave no good answer. */
final class Failures {

    private static final int BAD_GATEWAY = 502;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    private Failures() {}

    /**
     * Step 1.7: the status for a failure.
     *
     * @param failure what the S3 client threw, or reading from it
     * @return {@code 504} if S3 took too long, {@code 503} if that is what S3 said itself, {@code 502} for all else
     */
    static int status(Exception failure) {
        if (tookTooLong(failure)) {
            return GATEWAY_TIMEOUT;
        }
        return failure instanceof SdkServiceException s3 && s3.statusCode() == SERVICE_UNAVAILABLE
                ? SERVICE_UNAVAILABLE
                : BAD_GATEWAY;
    }

    /** The client has a timeout for the call; those for connecting and reading are an {@code InterruptedIOException}. */
    private static boolean tookTooLong(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof ApiCallTimeoutException
                        || failure instanceof InterruptedIOException
                        || tookTooLong(failure.getCause()));
    }
}
