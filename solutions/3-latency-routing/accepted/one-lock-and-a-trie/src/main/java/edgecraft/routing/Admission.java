package edgecraft.routing;

import edgecraft.kit.IpPrefix;
import edgecraft.kit.RouterSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which edges take one network at one time, by what their probes have told.
 *
 * @param states by the ids of edges
 * @param network null for viewers who are in none
 * @param present the id of the network's present edge, if it has one
 */
record Admission(
        RouterSettings settings,
        Map<String, EdgeState> states,
        @Nullable IpPrefix network,
        @Nullable String present,
        Instant now) {

    /** Those that the network may be sent to: at least one, in the order of the candidates. */
    List<Candidate> taking(List<Candidate> candidates) {
        return spared(open(candidates));
    }

    /**
     * Those that are up, let the network in and have it back. If there are none, one condition after the other is
     * dropped, from the last.
     */
    private List<Candidate> open(List<Candidate> candidates) {
        Predicate<Candidate> isUp = Candidate::isUp;
        Predicate<Candidate> isLettingIn = isUp.and(this::letsIn);
        return only(candidates, isLettingIn.and(this::hasBack))
                .or(() -> only(candidates, isLettingIn))
                .or(() -> only(candidates, isUp))
                .orElse(candidates);
    }

    private static Optional<List<Candidate>> only(List<Candidate> candidates, Predicate<Candidate> condition) {
        return Optional.of(candidates.stream().filter(condition).toList()).filter(found -> !found.isEmpty());
    }

    private boolean letsIn(Candidate candidate) {
        return !state(candidate).isDraining() || candidate.edge().id().equals(present);
    }

    private boolean hasBack(Candidate candidate) {
        Instant since = state(candidate).upSince();
        Duration all = settings.slowReturn();
        if (since == null || all.isZero()) {
            return true;
        }
        return rank(candidate) < (double) Duration.between(since, now).toNanos() / all.toNanos();
    }

    /**
     * Those of the open ones that don't send the network elsewhere. Where the best one does, the others need room for it, too. If none
     * has, nobody is sent anywhere.
     */
    private List<Candidate> spared(List<Candidate> open) {
        Predicate<Candidate> isKeeping = candidate -> !givesAway(candidate);
        Candidate best = Choice.best(open);
        return only(open, givesAway(best) ? isKeeping.and(Candidate::isUp).and(this::hasRoom) : isKeeping)
                .orElse(List.of(best));
    }

    private boolean givesAway(Candidate candidate) {
        double accepted = state(candidate).accepted();
        return accepted < 1 && rank(candidate) >= accepted;
    }

    private boolean hasRoom(Candidate candidate) {
        return state(candidate).load() <= settings.load().spillAbove();
    }

    /** Viewers who are in no network come first in every order. */
    private double rank(Candidate candidate) {
        return network == null ? 0 : Rank.of(network, candidate.edge().id());
    }

    private EdgeState state(Candidate candidate) {
        return states.getOrDefault(candidate.edge().id(), EdgeState.UNKNOWN);
    }
}
