package edgecraft.routing;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a viewer is sent, and by what.
 *
 * @param around the viewer's networks, the longest prefix first; empty if the viewer is in none
 * @param candidates all edges, in the order of the settings
 * @param chosen one of them
 */
record Decision(List<Network> around, List<Candidate> candidates, Candidate chosen) {

    /** The viewer's network; null if the viewer is in none. */
    @Nullable
    IpPrefix network() {
        return around.isEmpty() ? null : around.get(0).prefix();
    }
}
