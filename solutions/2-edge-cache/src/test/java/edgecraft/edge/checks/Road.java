package edgecraft.edge.checks;

import edgecraft.fixtures.OriginLine;
import edgecraft.fixtures.OriginStub;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The connections between an edge and its origin. */
record Road(OriginLine line) {

    static Road of(OriginStub origin) {
        return new Road(origin.line());
    }

    /** At no time there were more than this. */
    void assertMost(int connections) {
        if (line.mostConnections() > connections) {
            throw new AssertionError("expected at most " + connections + " connections to the origin to be open at one"
                    + " time, because the settings allow no more, but there were " + line.mostConnections()
                    + ". (An answer has its connection until it has been read to its very end.)");
        }
    }

    /** They were used again and again: in all hardly more were opened than may be open. */
    void assertUsedAgain(int connections) {
        if (line.connections() > 2 * connections) {
            throw new AssertionError(
                    "expected connections to the origin to be kept and used again, because nobody closed" + " any, but "
                            + line.connections() + " were opened where " + connections + " are enough");
        }
    }

    /** In a moment there are no more than this. */
    void assertSoonOpenAtMost(int connections) {
        long deadline = System.nanoTime() + line.patience().toNanos();
        while (line.openConnections() > connections) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("expected at most " + connections + " connections to the origin to be open in"
                        + " the end, because the settings allow no more, but there are " + line.openConnections()
                        + ". (An answer that nobody wants has to be read to its end or closed.)");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
