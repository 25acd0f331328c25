package edgecraft.edge;

import edgecraft.kit.EdgeSettings;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Where viewers come to: asks the clerk what to do about each of them, and does it. */
final class Desk {

    private final EdgeSettings settings;
    private final OriginClient origin;
    private final Clerk clerk;
    private final Invalidations invalidations;
    private final ExecutorService intakes = Executors.newCachedThreadPool(Threads.named("edge-intake"));

    Desk(EdgeSettings settings) {
        this.settings = settings;
        origin = new OriginClient(settings);
        clerk = new Clerk(new Ledger(settings));
        invalidations = new Invalidations(settings.invalidationToken(), clerk);
    }

    /** Answers a request. */
    void answer(Context ctx) throws IOException {
        // Jetty has set one already, by a clock of its own.
        ctx.res().setHeader("Date", HttpDate.format(settings.time().instant()));
        ViewerRequest viewer = ViewerRequest.of(ctx);
        if (Invalidations.areMeant(viewer)) {
            invalidations.answer(ctx, viewer);
        } else if (!isAscii(viewer.target())) {
            ctx.status(400);
        } else if (Forwarding.comesRound(viewer.fields(), settings.name())) {
            ctx.status(508);
        } else {
            Question question = Question.of(viewer, settings.policy());
            answer(question, ctx, new Reply(ctx, question, settings));
        }
    }

    /** Ends what it has open. The clerk goes last, for all others have something to tell. */
    void close() {
        intakes.shutdownNow();
        try {
            origin.close();
            intakes.awaitTermination(1, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clerk.close();
        }
    }

    /** The client can't send other characters as they came. */
    private static boolean isAscii(String target) {
        return target.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private void answer(Question question, Context ctx, Reply reply) throws IOException {
        if (!question.isForTheStore()) {
            InputStream body = question.viewer().hasBody() ? ctx.req().getInputStream() : null;
            passOn(question, body, question.isReading() ? "bypass" : "method", reply);
            return;
        }
        Advice advice = clerk.consult(question);
        if (advice instanceof Advice.Fetch fetch) {
            fetch(fetch, reply);
        } else if (advice instanceof Advice.PassOn pass) {
            passOn(question, null, pass.why(), reply);
        } else if (advice instanceof Advice.Serve serve) {
            reply.copy(serve.copy(), serve.status());
        } else if (advice instanceof Advice.Fail failure) {
            reply.failure(failure.status(), failure.why());
        }
    }

    private void passOn(Question question, @Nullable InputStream body, String why, Reply reply) {
        try (OriginAnswer answer = origin.ask(question.forOne(settings, body))) {
            if (!question.isSafe() && answer.status() < 400) {
                clerk.tell(ledger -> ledger.forget(question.key()::isFor));
            }
            reply.direct(answer, why);
        } catch (OriginFailure failure) {
            reply.failure(failure.status(), why);
        } catch (IOException closed) {
            // Whatever there was to say has been said.
        }
    }

    private void fetch(Advice.Fetch fetch, Reply reply) {
        Flight flight = fetch.flight();
        try {
            OriginAnswer answer = origin.ask(flight.question().forAll(settings, fetch.old()));
            Verdict verdict = judge(flight, answer);
            if (verdict instanceof Verdict.AskAnew) {
                answer.hangUp();
                answer = origin.ask(flight.question().forAll(settings, null));
                verdict = judge(flight, answer);
            }
            carryOut(verdict, flight, answer, reply);
        } catch (OriginFailure failure) {
            clerk.tell(ledger -> ledger.failed(flight, failure.status()));
            reply.failure(failure.status(), flight.why());
        } catch (RuntimeException mistake) {
            clerk.tell(ledger -> ledger.brokeOff(flight));
            throw mistake;
        }
    }

    private Verdict judge(Flight flight, OriginAnswer answer) {
        return clerk.ask(ledger -> ledger.arrived(flight, answer.status(), answer.fields(), length(answer)));
    }

    private void carryOut(Verdict verdict, Flight flight, OriginAnswer answer, Reply reply) {
        if (verdict instanceof Verdict.Confirmed confirmed) {
            answer.hangUp();
            reply.copy(confirmed.copy(), CacheStatus.refreshHit());
        } else if (verdict instanceof Verdict.TakeIn taken) {
            takeIn(taken.head(), flight, answer, reply);
        } else {
            try (answer) {
                reply.direct(answer, flight.why());
            } catch (IOException closed) {
                // Whatever there was to say has been said.
            }
        }
    }

    private void takeIn(Stored head, Flight flight, OriginAnswer answer, Reply reply) {
        try (Delivery delivery = new Delivery()) {
            Intake intake = new Intake(clerk, flight, head, answer, length(answer), delivery);
            if (length(answer) == 0) {
                // It is whole with its head, so it has to be stored before that is sent.
                intake.run();
            } else {
                intakes.execute(intake);
            }
            reply.delivery(head, CacheStatus.miss(flight.why(), true), delivery);
        }
    }

    private static long length(OriginAnswer answer) {
        if (answer.status() == 204) {
            return 0;
        }
        return answer.fields().has("Transfer-Encoding")
                ? -1
                : answer.fields().first("Content-Length").map(Long::parseLong).orElse(-1L);
    }
}
