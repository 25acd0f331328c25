package edgecraft.routing;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.RouterSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All edges as they look to one viewer at one moment, and where that viewer is to go.
 *
 * @param network the viewer's network; null if it is in none
 * @param candidates every edge, in the order of the settings
 * @param states what is known of them, by their ids
 */
record Outlook(
        @Nullable IpPrefix network,
        List<Candidate> candidates,
        Map<String, EdgeState> states,
        RouterSettings settings,
        Instant now) {

    /**
     * Where the network is after one more request.
     *
     * @param staying where it was; null if it is new
     */
    Staying after(@Nullable Staying staying) {
        Candidate present = staying == null ? null : candidate(staying.edge());
        List<Candidate> counting = counting(present);
        Candidate best = Choice.best(counting);
        if (best.isUp() && givesAway(best)) {
            List<Candidate> takers = takers(counting, best);
            if (takers.isEmpty()) {
                return Staying.at(best);
            }
            counting = takers;
            best = Choice.best(takers);
        }
        if (staying == null || !counting.contains(present) || givesAway(present)) {
            return Staying.at(best);
        }
        return staying.after(present, best, settings.hysteresis(), now);
    }

    Candidate candidate(String edge) {
        return candidates.stream()
                .filter(candidate -> candidate.edge().id().equals(edge))
                .findFirst()
                .orElseThrow();
    }

    /** The edges that the choice is among: where a rule would leave none, it is as if that rule were not there. */
    private List<Candidate> counting(@Nullable Candidate present) {
        List<Candidate> up = onlyIfAny(candidates, Candidate::isUp);
        List<Candidate> open = onlyIfAny(
                up, candidate -> candidate.equals(present) || !state(candidate).isDraining());
        return onlyIfAny(open, this::hasBack);
    }

    private static List<Candidate> onlyIfAny(List<Candidate> candidates, Predicate<Candidate> wanted) {
        List<Candidate> found = candidates.stream().filter(wanted).toList();
        return found.isEmpty() ? candidates : found;
    }

    /** The edges that can take the network if its best one gives it away. */
    private List<Candidate> takers(List<Candidate> counting, Candidate best) {
        return counting.stream()
                .filter(candidate -> !candidate.equals(best))
                .filter(Candidate::isUp)
                .filter(candidate -> state(candidate).load() <= settings.load().spillAbove())
                .filter(candidate -> !givesAway(candidate))
                .toList();
    }

    private boolean givesAway(Candidate candidate) {
        return isBeyond(state(candidate).accepted(), candidate);
    }

    private boolean hasBack(Candidate candidate) {
        return !isBeyond(state(candidate).returned(settings.slowReturn(), now), candidate);
    }

    private boolean isBeyond(double share, Candidate candidate) {
        return share < 1
                && network != null
                && Rendezvous.position(network, candidate.edge().id()) >= share;
    }

    private EdgeState state(Candidate candidate) {
        return states.get(candidate.edge().id());
    }
}
