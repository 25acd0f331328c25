package edgecraft.routing;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.RouterSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the edges offer one viewer now, and what the viewer's network makes of it. Immutable.
 *
 * @param network null if the viewer is in none
 * @param candidates all edges, in the order of the settings
 * @param states what is known of them, by their ids
 */
record Offer(
        RouterSettings settings,
        @Nullable IpPrefix network,
        List<Candidate> candidates,
        Map<String, EdgeState> states,
        Instant now) {

    /** Where the network is after one more request. */
    Staying after(@Nullable Staying before) {
        List<Candidate> open = open(before == null ? null : before.edge());
        Candidate best = Choice.best(open);
        return before != null && open.contains(candidate(before.edge()))
                ? before.after(candidate(before.edge()), best, settings.hysteresis(), now)
                : Staying.at(best);
    }

    /** The one with an id. */
    Candidate candidate(String id) {
        return candidates.stream()
                .filter(candidate -> candidate.edge().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The edges that the network may be at: at least one. */
    private List<Candidate> open(@Nullable String present) {
        List<Candidate> up = Choice.preferring(candidates, Candidate::isUp);
        List<Candidate> taking = Choice.preferring(up, candidate -> takes(candidate, present));
        Candidate best = Choice.best(taking);
        if (keeps(best)) {
            return taking.stream().filter(this::keeps).toList();
        }
        List<Candidate> roomy = taking.stream().filter(this::hasRoom).toList();
        return roomy.isEmpty() ? List.of(best) : roomy;
    }

    private boolean takes(Candidate candidate, @Nullable String present) {
        EdgeState state = state(candidate);
        return (!state.isDraining() || candidate.edge().id().equals(present))
                && state.hasBack(order(candidate), settings.slowReturn(), now);
    }

    private boolean keeps(Candidate candidate) {
        return state(candidate).keeps(order(candidate));
    }

    private boolean hasRoom(Candidate candidate) {
        return candidate.isUp()
                && keeps(candidate)
                && state(candidate).load() <= settings.load().spillAbove();
    }

    private EdgeState state(Candidate candidate) {
        return states.get(candidate.edge().id());
    }

    /** Viewers without a network come before all networks: they are never sent away, and back at once. */
    private double order(Candidate candidate) {
        return network == null ? 0 : Spill.order(network, candidate.edge().id());
    }
}
