package edgecraft.origin.checks;

import edgecraft.fixtures.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many viewers at the same time. */
final class Crowd {

    private Crowd() {}

    /**
     * Everybody asks at once.
     *
     * @param size how many
     * @param asking what each does, by its number
     * @return what each was answered
     * @throws AssertionError the first that one of them threw
     */
    static List<Answer> of(int size, IntFunction<Answer> asking) {
        ExecutorService viewers = Executors.newFixedThreadPool(size);
        try {
            List<Future<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int number = i;
                asked.add(viewers.submit(() -> asking.apply(number)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error assertion) {
                throw assertion;
            }
            throw new IllegalStateException("a viewer could not ask", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for viewers", e);
        } finally {
            viewers.shutdownNow();
        }
    }
}
