package edgecraft.routing;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a viewer is sent, and by what.
 *
 * @param network the narrowest network that the viewer is in; null if in none
 * @param candidates every edge, in the order of the settings
 * @param measure the ids of edges that the viewer is asked to measure
 */
record Decision(
        IpAddress viewer,
        @Nullable IpPrefix network,
        EdgeSite edge,
        List<Candidate> candidates,
        List<String> measure) {}
