package edgecraft.workshop.judge;

import edgecraft.fixtures.BucketServer;
import edgecraft.workshop.course.ModuleSpec;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * The store that serves a run, if there is one: it comes up while the code is compiled, and goes down with the tool, however
 * that ends.
 */
public final class Buckets implements AutoCloseable {

    private static final Buckets NONE = new Buckets(
            "none",
            CompletableFuture.failedFuture(
                    new IllegalStateException("the module has no bucket: its exercise.yaml says so")));

    private final String make;
    private final CompletableFuture<BucketServer> server;
    private final Thread hook = new Thread(this::closeNow, "edgecraft-bucket-close");

    private Buckets(String make, CompletableFuture<BucketServer> server) {
        this.make = make;
        this.server = server;
    }

    private Buckets endingWithTheTool() {
        Runtime.getRuntime().addShutdownHook(hook);
        return this;
    }

    /** No store, for modules that need none: nothing is started. */
    public static Buckets none() {
        return NONE;
    }

    /** The store in this JVM. */
    public static Buckets embedded() {
        return new Buckets("embedded", CompletableFuture.supplyAsync(BucketServer::embedded)).endingWithTheTool();
    }

    /**
     * A MinIO container.
     *
     * @param image which
     * @throws edgecraft.fixtures.BucketUnavailableException if the machine can't run it; nothing has been compiled by then
     */
    public static Buckets minio(String image) {
        return new Buckets("minio", CompletableFuture.completedFuture(BucketServer.minio(image))).endingWithTheTool();
    }

    /** What a module gets of it: nothing, if it has no bucket. */
    public Buckets of(ModuleSpec module) {
        return module.bucket() ? this : NONE;
    }

    /** {@code embedded}, {@code minio} or {@code none}. */
    public String make() {
        return make;
    }

    /** The server, when it is up. */
    public Future<BucketServer> server() {
        return server;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        closeNow();
    }

    private void closeNow() {
        if (server.isDone() && !server.isCompletedExceptionally()) {
            server.join().close();
        }
    }
}
