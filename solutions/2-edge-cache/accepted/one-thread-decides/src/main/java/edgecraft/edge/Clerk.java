package edgecraft.edge;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** The one thread that decides: it takes messages from a queue, one after another, and nobody else sees the ledger. */
final class Clerk {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.named("edge-clerk"));
    private final Ledger ledger;

    Clerk(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Sends a message, and waits until it has been dealt with. */
    void tell(Consumer<Ledger> message) {
        CompletableFuture.runAsync(() -> message.accept(ledger), thread).join();
    }

    /** Sends a message, and waits for the answer. */
    <T> T ask(Function<Ledger, T> message) {
        return CompletableFuture.supplyAsync(() -> message.apply(ledger), thread)
                .join();
    }

    /** Asks what to do about a request. The answer may have to wait for somebody else's fetch. */
    Advice consult(Question question) {
        CompletableFuture<Advice> advice = new CompletableFuture<>();
        tell(ledger -> ledger.consult(question, advice));
        return advice.join();
    }

    /** Sends those away who wait, and ends the thread. */
    void close() {
        tell(Ledger::close);
        thread.shutdown();
    }
}
