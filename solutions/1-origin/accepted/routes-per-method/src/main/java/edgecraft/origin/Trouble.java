package edgecraft.origin;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.SocketTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What is shown when S3 lets us down. */
final class Trouble {

    private Trouble() {}

    /**
     * Shows a status and nothing else. If an answer has begun already there is nothing to show: it ends before the length that
     * it promised, and the server closes the connection.
     */
    static void show(Exception failure, Context ctx) {
        if (!ctx.res().isCommitted()) {
            ctx.res().reset();
            ctx.status(status(failure));
        }
    }

    private static HttpStatus status(Exception failure) {
        if (failure instanceof S3Exception answer) {
            return answer.statusCode() == 503 ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_GATEWAY;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiCallTimeoutException || cause instanceof SocketTimeoutException) {
                return HttpStatus.GATEWAY_TIMEOUT;
            }
        }
        return HttpStatus.BAD_GATEWAY;
    }
}
