package edgecraft.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One request to the origin on behalf of one viewer or many. Whoever has to do with it {@linkplain #enter enters} and
 * {@linkplain #leave leaves}; as long as somebody is in, the bodies that it needs stay.
 */
final class Fetch {

    private final Question question;
    private final @Nullable Stored stale;
    private final String why;
    private final CompletableFuture<Arrival> arrival = new CompletableFuture<>();
    private final CompletableFuture<Optional<Stored>> end = new CompletableFuture<>();
    private final List<Body> held = new ArrayList<>();
    private Variant variant;
    private boolean variantKnown;
    private boolean shared;
    private boolean cancelled;
    private boolean tooLarge;
    private int parties;

    /**
     * @param question the first viewer's
     * @param found what there was
     * @param variant which variant it is, as far as it is known
     * @param shared whether others may wait for it
     */
    Fetch(Question question, Found found, Variant variant, boolean shared) {
        this.question = question;
        this.why = found.why();
        this.variant = variant;
        this.shared = shared;
        stale = found.copy() != null && found.copy().body().hold() ? found.copy() : null;
        if (stale != null) {
            held.add(stale.body());
        }
    }

    Question question() {
        return question;
    }

    /** The copy that it is about to refresh. */
    Optional<Stored> stale() {
        return Optional.ofNullable(stale);
    }

    /** Why the origin is asked. */
    String why() {
        return why;
    }

    /** What the head of the answer says. */
    CompletableFuture<Arrival> arrival() {
        return arrival;
    }

    /** All of the answer, once it is there; empty if there is none that is for all. */
    CompletableFuture<Optional<Stored>> end() {
        return end;
    }

    /** Whether a request with these fields may wait for it. */
    synchronized boolean isOpenTo(Fields request) {
        return shared && variant.isFor(request);
    }

    /** Whether what it brought is for a request with these fields. */
    synchronized boolean isFor(Fields request) {
        return variant.isFor(request);
    }

    /** Whether it is about the same copy. */
    synchronized boolean isAbout(Variant other) {
        return variant.equals(other);
    }

    /** The variant, if the answer has told it. */
    synchronized Optional<Variant> variant() {
        return variantKnown ? Optional.of(variant) : Optional.empty();
    }

    /** Its answer has told for whom it is: for which requests, and whether for all those who wait with such a one. */
    synchronized void tell(Variant told, boolean forAll) {
        variant = told;
        variantKnown = true;
        shared &= forAll;
    }

    /** Its answer is for nobody but the first viewer. */
    synchronized void keepApart() {
        shared = false;
    }

    /** Whether those who wait share what it brings. */
    synchronized boolean isShared() {
        return shared;
    }

    /** What it brings is for those who asked already, and not to be kept. */
    synchronized void cancel() {
        cancelled = true;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** It brought too much for the store, which nobody knew when it began. */
    synchronized void markTooLarge() {
        tooLarge = true;
    }

    synchronized boolean wasTooLarge() {
        return tooLarge;
    }

    synchronized void enter() {
        parties++;
    }

    /** Has a body deleted, if nobody else holds it, when the last one leaves. */
    synchronized void keep(Body body) {
        held.add(body);
    }

    synchronized void leave() {
        parties--;
        if (parties == 0) {
            held.forEach(Body::letGo);
            held.clear();
        }
    }
}
