package edgecraft.edge;

import edgecraft.edge.Flights.Flight;
import edgecraft.edge.Flights.Outcome;
import edgecraft.kit.CachePolicy;
import edgecraft.kit.EdgeSettings;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Asks the origin for what may be stored, and stores it. */
final class Fetching {

    private final EdgeSettings settings;
    private final OriginClient origin;
    private final Store store;
    private final Executor threads;

    Fetching(EdgeSettings settings, OriginClient origin, Store store, Executor threads) {
        this.settings = settings;
        this.origin = origin;
        this.store = store;
        this.threads = threads;
    }

    /**
     * Asks, with the conditions of the old copy if there is one.
     *
     * @param flight landed when it is known what came, and what is to be stored has been stored
     * @throws OriginFailure if there is no answer, and no old copy that may be served without one
     */
    Fetched fetch(ViewerRequest request, CacheKey key, @Nullable Stored old, Flight flight) throws OriginFailure {
        Attempt attempt = new Attempt(request, store.begin(key), old, flight);
        try {
            OriginAnswer answer = origin.ask(question(request, key, old));
            if (old != null && answer.status() == 304 && !Validation.isAbout(old, answer.fields())) {
                answer.hangUp();
                answer = origin.ask(question(request, key, null));
            }
            return attempt.with(answer);
        } catch (OriginFailure failure) {
            return attempt.without(failure);
        } catch (RuntimeException accident) {
            attempt.ticket.end();
            flight.land(Outcome.BROKEN);
            throw accident;
        }
    }

    private OriginRequest question(ViewerRequest request, CacheKey key, @Nullable Stored old) {
        Fields fields = Forwarding.toOrigin(
                        request, settings.name(), settings.policy().headers())
                .without("If-None-Match", "If-Modified-Since", "Range", "If-Range");
        if (old != null) {
            for (Fields.Line condition : Validation.conditions(old).lines()) {
                fields = fields.with(condition.name(), condition.value());
            }
        }
        return OriginRequest.of("GET", key.target(), request.host(), fields);
    }

    /** One fetch, from its answer on. */
    private final class Attempt {

        private final ViewerRequest request;
        private final Store.Ticket ticket;
        private final @Nullable Stored old;
        private final Flight flight;
        private final CachePolicy policy = settings.policy();

        private Attempt(ViewerRequest request, Store.Ticket ticket, @Nullable Stored old, Flight flight) {
            this.request = request;
            this.ticket = ticket;
            this.old = old;
            this.flight = flight;
        }

        private Fetched with(OriginAnswer answer) {
            Instant now = settings.time().instant();
            if (old != null && answer.status() == 304) {
                answer.hangUp();
                return refreshed(old, Forwarding.toViewer(answer.fields(), settings.name()), now);
            }
            if (old != null && Stale.mayServeInsteadOf(answer.status(), old, now)) {
                answer.hangUp();
                return rested(old, now);
            }
            Fields fields = Forwarding.toViewer(answer.fields(), settings.name());
            if (!Storing.mayStore(request, answer.status(), answer.fields(), now, policy) || !hasRoomFor(answer)) {
                return direct(answer);
            }
            Fill fill = new Fill(
                    answer,
                    length(answer),
                    ticket,
                    body -> Stored.of(answer.status(), fields, body, request.fields(), now, policy),
                    flight::land);
            threads.execute(fill);
            return new Fetched.Filling(answer, fill);
        }

        private Fetched without(OriginFailure failure) throws OriginFailure {
            Instant now = settings.time().instant();
            if (old != null && Stale.mayServeWithoutOrigin(old, now)) {
                return rested(old, now);
            }
            ticket.end();
            flight.fail(failure);
            throw failure;
        }

        private Fetched refreshed(Stored copy, Fields notModified, Instant now) {
            Stored fresh = copy.freshened(notModified, request.fields(), now, policy);
            boolean mayStay = Storing.mayStore(request, fresh.status(), fresh.fields(), now, policy);
            return kept(fresh, mayStay, CacheStatus.refreshHit(), now);
        }

        private Fetched rested(Stored copy, Instant now) {
            return kept(copy.resting(now.plus(policy.errorTtl())), true, CacheStatus.hit(copy, now), now);
        }

        private Fetched kept(Stored copy, boolean mayStay, CacheStatus status, Instant now) {
            if (mayStay) {
                ticket.store(copy);
            } else {
                giveUpOld();
            }
            flight.land(mayStay && copy.isUsable(now) ? Outcome.SHARED : Outcome.ALONE);
            return new Fetched.Copy(copy, status);
        }

        private Fetched direct(OriginAnswer answer) {
            if (old != null && !Errors.isFailure(answer.status())) {
                giveUpOld();
            } else {
                ticket.end();
            }
            flight.land(Outcome.ALONE);
            return new Fetched.Direct(answer);
        }

        /** The origin has something else now than what is stored; unless that is for this viewer alone. */
        private void giveUpOld() {
            if (Storing.isPersonal(request, policy)) {
                ticket.end();
            } else {
                ticket.drop();
            }
        }

        private boolean hasRoomFor(OriginAnswer answer) {
            long length = length(answer);
            return length < 0 || ticket.reserve(length);
        }
    }

    private static long length(OriginAnswer answer) {
        return Optional.of(answer.fields())
                .filter(fields -> !fields.has("Transfer-Encoding"))
                .flatMap(fields -> fields.first("Content-Length"))
                .filter(DeltaSeconds::isNumber)
                .map(Long::parseLong)
                .orElse(-1L);
    }
}
