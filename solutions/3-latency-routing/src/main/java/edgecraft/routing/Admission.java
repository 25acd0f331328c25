package edgecraft.routing;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.RouterSettings;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which edges take a network now: not one that drains or has only just come back, nor one that has too much to do.
 *
 * @param states what is known of each edge, by its id
 */
record Admission(RouterSettings settings, Function<String, EdgeState> states, Instant now) {

    /**
     * The edges that may have a network: never none, and all of them are up, unless none is.
     *
     * @param present the id of the edge where it is; null if it is nowhere yet
     */
    List<Candidate> open(List<Candidate> candidates, IpPrefix network, @Nullable String present) {
        List<Candidate> up = Choice.preferring(candidates, Candidate::isUp);
        return spared(Choice.preferring(up, candidate -> takes(candidate, network, present)), network);
    }

    private boolean takes(Candidate candidate, IpPrefix network, @Nullable String present) {
        EdgeState state = state(candidate);
        String id = candidate.edge().id();
        return (!state.isDraining() || id.equals(present))
                && Shares.isWithin(state.returned(settings.slowReturn(), now), network, id);
    }

    /** If its best edge gives the network away, only those that have room; and that one, if none has. */
    private List<Candidate> spared(List<Candidate> open, IpPrefix network) {
        Candidate best = Choice.best(open);
        boolean isGivenAway = givesAway(best, network);
        List<Candidate> spared = open.stream()
                .filter(candidate -> !givesAway(candidate, network) && (!isGivenAway || hasRoom(candidate)))
                .toList();
        return spared.isEmpty() ? List.of(best) : spared;
    }

    /** Whether a network is among those that an edge gives away, for its load. */
    private boolean givesAway(Candidate candidate, IpPrefix network) {
        return !Shares.isWithin(
                state(candidate).accepted(), network, candidate.edge().id());
    }

    private boolean hasRoom(Candidate candidate) {
        return state(candidate).load() <= settings.load().spillAbove();
    }

    private EdgeState state(Candidate candidate) {
        return states.apply(candidate.edge().id());
    }
}
