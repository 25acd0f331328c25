package edgecraft.origin;

import io.javalin.http.Context;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object that S3 has begun to send. Closed before its end, the rest is not fetched. */
final class Opened implements AutoCloseable {

    private final ResponseInputStream<GetObjectResponse> bytes;
    private boolean complete;

    Opened(ResponseInputStream<GetObjectResponse> bytes) {
        this.bytes = bytes;
    }

    Description description() {
        return Description.of(bytes.response());
    }

    /** Whether these bytes are a part only. */
    boolean isPart() {
        return bytes.response().contentRange() != null;
    }

    void passTo(Context ctx) throws IOException {
        bytes.transferTo(ctx.outputStream());
        complete = true;
    }

    @Override
    public void close() {
        if (!complete) {
            bytes.abort();
        }
    }
}
