package edgecraft.kit;

import java.io.Serializable;
import java.time.Duration;

/**
 * How measurements count.
 *
 * @param halfLife after this time a measurement counts half as much; after ten half-lives it counts for nothing
 * @param minSamples how many measurements of an edge a network needs before they are believed; with fewer, those of the wider
 *     networks around it count. 1 to 24, and 1 except in the checks that are about sparse networks, about many who report at the
 *     same time, or about the whole world
 * @param ask how many edges a viewer is asked to measure, at most, beside the one that it is sent to; perhaps none
 */
public record LatencyPolicy(Duration halfLife, int minSamples, int ask) implements Serializable {

    /** This policy, with another half-life. */
    public LatencyPolicy withHalfLife(Duration time) {
        return new LatencyPolicy(time, minSamples, ask);
    }

    /** This policy, with more or fewer measurements before they are believed. */
    public LatencyPolicy withMinSamples(int samples) {
        return new LatencyPolicy(halfLife, samples, ask);
    }
}
