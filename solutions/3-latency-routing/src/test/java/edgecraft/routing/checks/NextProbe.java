package edgecraft.routing.checks;

import edgecraft.fixtures.OriginStub;
import java.time.Duration;

/**
 * The next probe of an edge.
 *
 * @param edge its id
 * @param number how many probes of it there are with this one
 */
record NextProbe(String edge, OriginStub stub, long number) {

    static NextProbe of(String edge, OriginStub stub) {
        return new NextProbe(edge, stub, stub.count(RouterScene.HEALTH) + 1);
    }

    /** Whether it has come, or comes in time, in real time. */
    boolean comes(Duration patience) {
        return stub.becomesAsked(RouterScene.HEALTH, number, patience);
    }
}
