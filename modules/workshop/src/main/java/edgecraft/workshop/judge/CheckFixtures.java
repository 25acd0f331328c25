package edgecraft.workshop.judge;

import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.BucketServer;
import edgecraft.fixtures.ClosedPort;
import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.EdgeStubs;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Pace;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The fixtures of one check. */
final class CheckFixtures implements Fixtures, AutoCloseable {

    private final String server;
    private final Future<BucketServer> buckets;
    private final Duration patience;
    private final Pace pace;
    private final Conversation conversation = new Conversation();
    private final Randoms randoms;
    private final CheckTime clock = new CheckTime();
    private final List<Bucket> filled = new CopyOnWriteArrayList<>();
    private final List<OriginStub> origins = new CopyOnWriteArrayList<>();
    private @Nullable Bucket bucket;
    private @Nullable BucketLink link;
    private @Nullable OriginStub origin;
    private @Nullable EdgeStubs edges;
    private @Nullable ClosedPort closedPort;

    /**
     * @param server what the conversation calls the learner's server
     * @param buckets the store that serves the run
     * @param randoms those of this check
     * @param options how long a fixture waits, in real time
     */
    CheckFixtures(String server, Future<BucketServer> buckets, Randoms randoms, JudgeOptions options) {
        this.server = server;
        this.buckets = buckets;
        this.randoms = randoms;
        this.patience = options.patience();
        this.pace = options.pace();
    }

    @Override
    public synchronized Bucket bucket() {
        if (bucket == null) {
            bucket = anotherBucket();
        }
        return bucket;
    }

    @Override
    public Bucket anotherBucket() {
        try {
            Bucket another = buckets.get().create("edge-" + UUID.randomUUID(), conversation);
            filled.add(another);
            return another;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
    }

    @Override
    public synchronized BucketLink link() {
        if (link == null) {
            link = new BucketLink(bucket(), server, conversation, patience);
        }
        return link;
    }

    @Override
    public synchronized OriginStub origin() {
        if (origin == null) {
            origin = anotherOrigin();
        }
        return origin;
    }

    @Override
    public OriginStub anotherOrigin() {
        OriginStub another = new OriginStub(server, clock, conversation, patience);
        origins.add(another);
        return another;
    }

    @Override
    public synchronized EdgeStubs edges() {
        if (edges == null) {
            edges = new EdgeStubs(server, clock, conversation, patience);
        }
        return edges;
    }

    @Override
    public synchronized ClosedPort closedPort() {
        if (closedPort == null) {
            closedPort = new ClosedPort();
        }
        return closedPort;
    }

    @Override
    public CheckTime clock() {
        return clock;
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public Conversation conversation() {
        return conversation;
    }

    @Override
    public Randoms randoms() {
        return randoms;
    }

    /** Ends what listens or holds a port, and empties the buckets: the store may be needed for many checks more. */
    @Override
    public synchronized void close() {
        if (link != null) {
            link.close();
        }
        origins.forEach(OriginStub::close);
        if (edges != null) {
            edges.close();
        }
        if (closedPort != null) {
            closedPort.close();
        }
        filled.forEach(Bucket::clear);
    }
}
