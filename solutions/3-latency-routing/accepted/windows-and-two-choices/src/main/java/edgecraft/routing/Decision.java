package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a viewer is sent, and by what.
 *
 * @param network the viewer's network; null if it is in none
 * @param chosen the edge that the viewer is sent to
 * @param candidates every edge, in the order of the settings
 */
record Decision(IpAddress viewer, @Nullable IpPrefix network, Candidate chosen, List<Candidate> candidates) {

    /** The ids of the edges that are worth asking after: they are up, not chosen, and light could make them better than the best. */
    List<String> worthMeasuring() {
        double toBeat = Choice.best(candidates).expected();
        return candidates.stream()
                .filter(Candidate::isUp)
                .filter(candidate -> !candidate.equals(chosen))
                .filter(candidate -> candidate.kilometres().isEmpty()
                        || Globe.leastMillis(candidate.kilometres().getAsDouble()) <= toBeat)
                .map(candidate -> candidate.edge().id())
                .toList();
    }
}
