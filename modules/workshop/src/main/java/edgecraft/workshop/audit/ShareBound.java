package edgecraft.workshop.audit;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** What a share that was seen says of the share that there is. */
final class ShareBound {

    /** An interval has two ends, and this is about one: half of the error is left for it. */
    private static final double ERROR_OF_BOTH_ENDS = 0.1;

    private ShareBound() {}

    /**
     * The most that the share of runs that differ may be, with 95 % confidence, by Clopper and Pearson: {@code 1 -
     * 0.05^(1/runs)} if none was seen.
     *
     * @param runs how many there were
     * @param differed how many of them did
     */
    static double of(int runs, int differed) {
        return runs == 0
                ? 1
                : BinomialConfidenceInterval.CLOPPER_PEARSON
                        .fromErrorRate(runs, differed, ERROR_OF_BOTH_ENDS)
                        .getUpperBound();
    }
}
