package edgecraft.edge;

import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** An entry in progress: stands in the store where its answer will be, so that whoever wants the same finds it and waits. */
final class Fetch {

    private final CacheKey key;
    private final Fields asked;
    private final @Nullable Copy basis;
    private final String why;
    private final boolean forAll;
    private @Nullable Verdict verdict;

    /**
     * @param asked the fields of the request that it is made for
     * @param basis the stale copy that it asks about; null if there is none
     * @param why the reason, as {@code Cache-Status} says it
     * @param forAll whether others may wait for it
     */
    Fetch(CacheKey key, Fields asked, @Nullable Copy basis, String why, boolean forAll) {
        this.key = key;
        this.asked = asked;
        this.basis = basis;
        this.why = why;
        this.forAll = forAll;
    }

    CacheKey key() {
        return key;
    }

    Fields asked() {
        return asked;
    }

    @Nullable
    Copy basis() {
        return basis;
    }

    String why() {
        return why;
    }

    /** Whether a request may wait for it: nothing speaks against its being answered by it. */
    synchronized boolean mayServe(Fields request, @Nullable Variant expected) {
        if (!forAll || verdict instanceof Verdict.Alone || verdict instanceof Verdict.Failed) {
            return false;
        }
        if (verdict instanceof Verdict.Shared shared) {
            return shared.stored().variant().isFor(request);
        }
        return expected == null || expected.isFor(request);
    }

    /** Tells those who wait. Only the first verdict counts. */
    synchronized void settle(Verdict turnedOut) {
        if (verdict == null) {
            verdict = turnedOut;
            notifyAll();
        }
    }

    /** Waits until it is known how it turns out. */
    synchronized Verdict await() throws InterruptedIOException {
        try {
            while (verdict == null) {
                wait();
            }
            return verdict;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the edge stops");
        }
    }
}
