package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The body of an origin's answer, as a stream that loses patience: the client itself would wait for the next bytes for ever. */
final class Inbox extends InputStream implements BodySubscriber<Inbox> {

    private final Runnable whenOver;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();

    private Flow.@Nullable Subscription subscription;
    private @Nullable Throwable failure;
    private boolean requested = true;
    private volatile boolean over;

    /**
     * An inbox to be filled.
     *
     * @param whenOver is run when nothing more will come
     * @param patience how long to wait for the next bytes
     */
    Inbox(Runnable whenOver, Duration patience) {
        this.whenOver = whenOver;
        this.patience = patience;
    }

    @Override
    public CompletionStage<Inbox> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        change(() -> this.subscription = subscription);
        if (over) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        change(() -> {
            requested = false;
            waiting.addAll(buffers);
        });
    }

    @Override
    public void onError(Throwable thrown) {
        whenOver.run();
        change(() -> {
            failure = thrown;
            over = true;
        });
    }

    @Override
    public void onComplete() {
        whenOver.run();
        change(() -> over = true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int most) throws IOException {
        lock.lock();
        try {
            ByteBuffer next = next();
            if (next == null) {
                return -1;
            }
            int count = Math.min(most, next.remaining());
            next.get(target, from, count);
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Ends it, and its connection if there is more to come. The client may hand it out before it subscribes it. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (over) {
                return;
            }
            over = true;
            failure = new IOException("closed");
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (subscription != null) {
            subscription.cancel();
        }
        whenOver.run();
    }

    private @Nullable ByteBuffer next() throws IOException {
        long left = patience.toNanos();
        while (true) {
            while (!waiting.isEmpty() && !waiting.peek().hasRemaining()) {
                waiting.remove();
            }
            if (!waiting.isEmpty()) {
                return waiting.peek();
            }
            if (over) {
                return end();
            }
            left = await(left);
        }
    }

    private @Nullable ByteBuffer end() throws IOException {
        if (failure != null) {
            throw new IOException(failure);
        }
        return null;
    }

    /** Asks for more if what was asked for has come, or else waits for it. */
    private long await(long left) throws IOException {
        if (!requested) {
            requested = true;
            Objects.requireNonNull(subscription).request(1);
            return left;
        }
        if (left <= 0) {
            throw new HttpTimeoutException("the origin has fallen silent");
        }
        try {
            return changed.awaitNanos(left);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
