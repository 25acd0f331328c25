package edgecraft.routing.checks.world;

import edgecraft.kit.Network;

/**
 * What a viewer has measured.
 *
 * @param edge the edge's id
 * @param millis a round trip, in milliseconds
 */
public record Measured(Network network, String edge, double millis) {}
