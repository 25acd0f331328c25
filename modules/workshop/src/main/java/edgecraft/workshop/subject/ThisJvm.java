package edgecraft.workshop.subject;

import edgecraft.kit.host.Instances;
import edgecraft.kit.host.Message;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Instances in the JVM of the judge, with the learner's classes from its class path. It has no limits and can't be killed: what
 * hangs there is left behind.
 */
final class ThisJvm implements SubjectJvm {

    private final Instances instances;
    private final Map<Integer, CompletableFuture<Message>> open = new ConcurrentHashMap<>();
    private volatile boolean ended;

    /** @param learners finds the learner's classes */
    ThisJvm(ClassLoader learners) {
        this.instances = new Instances(learners);
    }

    @Override
    public CompletableFuture<Message> ask(Message question) {
        CompletableFuture<Message> answer = new CompletableFuture<>();
        open.put(question.number(), answer);
        if (ended) {
            answer.completeExceptionally(new IllegalStateException(obituary()));
        } else {
            start("edgecraft-instance-" + question.number(), () -> answer.complete(instances.reply(question)));
        }
        return answer.whenComplete((message, failure) -> open.remove(question.number()));
    }

    private static void start(String name, Runnable work) {
        Thread worker = new Thread(work, name);
        worker.setDaemon(true);
        worker.start();
    }

    @Override
    public boolean isAlive() {
        return !ended;
    }

    /** Nothing: it is not known here who printed what. */
    @Override
    public String log(int instance) {
        return "";
    }

    @Override
    public boolean ranOutOfMemory() {
        return false;
    }

    @Override
    public boolean usedTooMuch() {
        return false;
    }

    @Override
    public String obituary() {
        return "your server was ended";
    }

    /** A server may take as long as its requests do to stop; nobody waits for that. */
    @Override
    public void end() {
        ended = true;
        open.values().forEach(question -> question.completeExceptionally(new IllegalStateException(obituary())));
        start("edgecraft-instances-end", instances::stopAll);
    }
}
