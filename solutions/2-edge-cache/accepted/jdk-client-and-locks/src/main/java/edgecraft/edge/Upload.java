package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The body of a viewer's request on its way to the origin: the viewer's thread reads it and hands on what has come. */
final class Upload implements BodyPublisher {

    private static final int PIECE = 16 * 1024;

    private final InputStream source;
    private final long length;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
    private long wanted;
    private boolean stopped;

    /**
     * A body to be sent once.
     *
     * @param length negative if nobody knows
     * @param patience how long to wait for the origin to take more
     */
    Upload(InputStream source, long length, Duration patience) {
        this.source = source;
        this.length = length;
        this.patience = patience;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> other) {
        boolean first = subscriber == null;
        if (first) {
            subscriber = other;
        }
        other.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                change(() -> wanted += Math.min(count, Integer.MAX_VALUE));
            }

            @Override
            public void cancel() {
                stop();
            }
        });
        if (!first) {
            other.onError(new IOException("what a viewer sends can't be sent again"));
        }
    }

    /** Hands on the whole body, or as much of it as the origin takes. */
    void pump() throws TimeoutException, InterruptedException {
        byte[] piece = new byte[PIECE];
        while (isWanted()) {
            try {
                int count = source.read(piece);
                if (count < 0) {
                    subscriber.onComplete();
                    return;
                }
                subscriber.onNext(ByteBuffer.wrap(Arrays.copyOf(piece, count)));
            } catch (IOException viewerLeft) {
                subscriber.onError(viewerLeft);
                return;
            }
        }
    }

    /** Nothing more is wanted. */
    void stop() {
        change(() -> stopped = true);
    }

    private boolean isWanted() throws TimeoutException, InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (wanted == 0 && !stopped) {
                if (left <= 0) {
                    throw new TimeoutException("the origin takes no more");
                }
                left = changed.awaitNanos(left);
            }
            wanted--;
            return !stopped;
        } finally {
            lock.unlock();
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
