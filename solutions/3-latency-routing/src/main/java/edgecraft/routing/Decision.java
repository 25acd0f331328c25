package edgecraft.routing;

import edgecraft.kit.Network;
import java.util.List;

/**
 * Where a viewer goes, and what that was decided by.
 *
 * @param around the networks that the viewer is in, the narrowest first
 * @param candidates all edges, in the order of the settings
 * @param chosen one of them
 */
record Decision(List<Network> around, List<Candidate> candidates, Candidate chosen) {}
