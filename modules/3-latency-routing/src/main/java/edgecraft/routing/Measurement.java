package edgecraft.routing;

import edgecraft.kit.IpPrefix;

/**
 * How long a viewer waited for an edge.
 *
 * @param network a network of the settings that the viewer is in
 * @param edge the id of the edge
 * @param millis a round trip, in milliseconds: more than 0
 */
record Measurement(IpPrefix network, String edge, double millis) {}
