package edgecraft.workshop.proof;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DynamicTest;

/** Judges several cases at once. They are waited for in order, each in the test with its name. */
public final class SideBySide implements AutoCloseable {

    /** Each spends half of its time waiting, for its JVM to start or for a server to answer. */
    private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    /** What is asserted of what was judged. */
    public interface Assertion<T> {

        void holds(T judged) throws Exception;
    }

    /** Has a case judged as soon as a thread is free, and makes the test that waits for it. */
    public <T> DynamicTest test(String name, Callable<T> judge, Assertion<T> assertion) {
        Future<T> judged = threads.submit(judge);
        return dynamicTest(name, () -> assertion.holds(judged.get()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
