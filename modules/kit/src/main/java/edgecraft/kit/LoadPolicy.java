package edgecraft.kit;

import java.io.Serializable;

/**
 * When an edge has too much to do. How much it has says the field {@code Edge-Load} in its answers to probes: 0.5 is half of
 * what it can do. An edge that does not say it has nothing to do.
 *
 * @param spillAbove above this load, a share of the viewers goes to their next best edge
 * @param returnBelow below this load, they come back
 */
public record LoadPolicy(double spillAbove, double returnBelow) implements Serializable {}
