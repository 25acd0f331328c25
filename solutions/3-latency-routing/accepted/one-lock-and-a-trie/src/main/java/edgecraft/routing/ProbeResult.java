package edgecraft.routing;

/**
 * What a probe has found out.
 *
 * @param isSuccess whether the edge works; if it does not, the rest says nothing
 * @param load what share of its capacity is in use
 * @param isDraining whether it wants no new networks
 */
record ProbeResult(boolean isSuccess, double load, boolean isDraining) {

    static final ProbeResult FAILURE = new ProbeResult(false, 0, false);
}
