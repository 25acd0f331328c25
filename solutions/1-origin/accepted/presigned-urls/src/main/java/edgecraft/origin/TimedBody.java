package edgecraft.origin;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer as it comes. The JDK's client has a timeout for the beginning of an answer and none for the rest, so
 * each read here watches its own time. One piece at most is held: the next is asked for when this one has been read.
 */
final class TimedBody extends InputStream implements HttpResponse.BodySubscriber<TimedBody> {

    private sealed interface Signal {}

    private record Piece(List<ByteBuffer> buffers) implements Signal {}

    private record Broken(Throwable why) implements Signal {}

    private record End() implements Signal {}

    private final Duration patience;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private Iterator<ByteBuffer> buffers = List.<ByteBuffer>of().iterator();
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private boolean over;

    /**
     * A body that has yet to come.
     *
     * @param patience how long a read waits for the next bytes
     */
    TimedBody(Duration patience) {
        this.patience = patience;
    }

    @Override
    public CompletionStage<TimedBody> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription client) {
        subscription.complete(client);
        client.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        signals.add(new Piece(piece));
    }

    @Override
    public void onError(Throwable why) {
        signals.add(new Broken(why));
    }

    @Override
    public void onComplete() {
        signals.add(new End());
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? buffer.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        return count;
    }

    /** Before the end, it hangs up on S3. */
    @Override
    public void close() {
        if (!over) {
            over = true;
            CompletableFuture<Void> unused = subscription.thenAccept(Flow.Subscription::cancel);
        }
    }

    private boolean hasMore() throws IOException {
        while (!buffer.hasRemaining() && !over) {
            if (buffers.hasNext()) {
                buffer = buffers.next();
            } else {
                take(await());
            }
        }
        return buffer.hasRemaining();
    }

    private void take(Signal signal) throws IOException {
        if (signal instanceof Piece piece) {
            buffers = piece.buffers().iterator();
            CompletableFuture<Void> unused = subscription.thenAccept(client -> client.request(1));
        } else if (signal instanceof Broken broken) {
            over = true;
            throw new BucketFailure(502, "S3 broke off", broken.why());
        } else {
            over = true;
        }
    }

    private Signal await() throws IOException {
        try {
            Signal signal = signals.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (signal == null) {
                close();
                throw new BucketFailure(504, "S3 went quiet", new SocketTimeoutException());
            }
            return signal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new InterruptedIOException("interrupted while waiting for S3");
        }
    }
}
