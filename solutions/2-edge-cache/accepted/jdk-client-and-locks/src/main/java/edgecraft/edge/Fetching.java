package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import edgecraft.kit.EdgeSettings;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Fetches what may be stored, stores it, and tells those who wait for it. */
final class Fetching {

    private final EdgeSettings settings;
    private final CachePolicy policy;
    private final Asking asking;
    private final Store store;
    private final Flights flights;
    private final Executor executor;
    private final Allowance allowance;

    Fetching(EdgeSettings settings, Asking asking, Store store, Flights flights, Executor executor) {
        this.settings = settings;
        this.policy = settings.policy();
        this.asking = asking;
        this.store = store;
        this.flights = flights;
        this.executor = executor;
        this.allowance = new Allowance(settings.cacheBytes());
    }

    /** Runs an errand: what its viewer gets. */
    Answer run(Errand errand) {
        boolean goesOn = false;
        try {
            Answer result = arrived(errand, ask(errand));
            goesOn = result instanceof ArrivingAnswer;
            return result;
        } catch (OriginFailure failure) {
            return failed(errand, failure);
        } finally {
            if (!goesOn) {
                flights.end(errand.key(), errand.flight());
            }
        }
    }

    private OriginAnswer ask(Errand errand) throws OriginFailure {
        Optional<Stored> copy = errand.found().copy();
        Fields conditions = copy.map(Validation::conditions).orElse(Fields.of());
        OriginAnswer answer = asking.forKey(errand.request(), errand.key(), conditions);
        if (answer.status() == 304 && copy.isPresent() && !Validation.isAbout(copy.get(), answer.fields())) {
            answer.hangUp();
            return asking.forKey(errand.request(), errand.key(), Fields.of());
        }
        return answer;
    }

    private Answer failed(Errand errand, OriginFailure failure) {
        Instant now = settings.time().instant();
        Optional<Stored> copy = errand.found().copy().filter(old -> Stale.mayServeWithoutOrigin(old, now));
        if (copy.isPresent()) {
            return resting(errand, copy.get(), now);
        }
        Answer answer = asking.failed(failure, errand.found().why());
        // What can't be asked for this viewer may well be asked for another.
        errand.flight().land(failure.status() == 400 ? Landing.AGAIN : Landing.shared(answer));
        return answer;
    }

    private Answer arrived(Errand errand, OriginAnswer answer) {
        Instant now = settings.time().instant();
        Optional<Stored> copy = errand.found().copy();
        if (answer.status() == 304 && copy.isPresent()) {
            return confirmed(errand, copy.get(), answer, now);
        }
        if (copy.isPresent() && Stale.mayServeInsteadOf(answer.status(), copy.get(), now)) {
            answer.hangUp();
            return resting(errand, copy.get(), now);
        }
        // By the fields as sent: what Connection hides from viewers counts here.
        if (Storing.mayStore(errand.request(), answer.status(), answer.fields(), now, policy)) {
            Optional<Intake> intake = intake(answer);
            if (intake.isPresent()) {
                return keep(errand, answer, intake.get(), now);
            }
        }
        return pass(errand, answer);
    }

    private Answer confirmed(Errand errand, Stored copy, OriginAnswer answer, Instant now) {
        Stored fresh = copy.freshened(asking.toViewer(answer), errand.request().fields(), now, policy);
        answer.hangUp();
        boolean kept = Storing.mayStore(errand.request(), fresh.status(), fresh.fields(), now, policy);
        Answer result = asking.confirmed(fresh);
        if (kept) {
            errand.flight().store(() -> store.put(errand.key(), fresh));
        } else {
            dropOutdated(errand);
        }
        errand.flight().land(kept && fresh.isFresh(now) ? Landing.shared(result) : Landing.ALONE);
        return result;
    }

    private Answer resting(Errand errand, Stored copy, Instant now) {
        Stored resting = copy.resting(Stale.restsUntil(copy, now, policy.errorTtl()));
        errand.flight().store(() -> store.put(errand.key(), resting));
        Answer answer = asking.hit(resting);
        errand.flight().land(Landing.shared(answer));
        return answer;
    }

    private Answer keep(Errand errand, OriginAnswer answer, Intake intake, Instant now) {
        Fields fields = asking.toViewer(answer);
        Stored empty =
                Stored.of(answer.status(), fields, Body.EMPTY, errand.request().fields(), now, policy);
        if (empty.isFresh(now)) {
            errand.flight().brings(empty.variant());
        } else {
            errand.flight().land(Landing.ALONE);
        }
        executor.execute(new Filling(errand, answer, empty, intake, this));
        CacheStatus status = CacheStatus.miss(errand.found().why(), true);
        return new ArrivingAnswer(answer.status(), status.in(fields, settings.name()), intake);
    }

    private Answer pass(Errand errand, OriginAnswer answer) {
        if (answer.status() < 500) {
            dropOutdated(errand);
        }
        errand.flight().land(Landing.ALONE);
        return asking.passing(answer, errand.found().why());
    }

    /** A copy goes when there is another answer for all; what somebody in particular is told says nothing about it. */
    private void dropOutdated(Errand errand) {
        if (!Storing.isPersonal(errand.request(), policy)) {
            errand.found().copy().ifPresent(copy -> store.drop(errand.key(), copy));
        }
    }

    private Optional<Intake> intake(OriginAnswer answer) {
        long length =
                answer.fields().first("Content-Length").map(Long::parseLong).orElse(-1L);
        return allowance.take(Math.max(0, length)) ? Optional.of(new Intake(allowance, length)) : Optional.empty();
    }

    /** An errand's answer has come as a whole. */
    void arrivedWhole(Errand errand, Stored stored) {
        errand.flight().store(() -> store.put(errand.key(), stored));
        errand.flight().land(Landing.shared(asking.hit(stored)));
    }

    /** There is nothing more to come of an errand. */
    void ended(Errand errand) {
        flights.end(errand.key(), errand.flight());
    }
}
