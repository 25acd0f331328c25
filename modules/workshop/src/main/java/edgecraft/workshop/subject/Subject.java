package edgecraft.workshop.subject;

import edgecraft.kit.host.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A JVM that runs the learner's code, and what can be asked of it. */
public final class Subject implements AutoCloseable {

    private final SubjectJvm jvm;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<String> users = ConcurrentHashMap.newKeySet();

    private Subject(SubjectJvm jvm) {
        this.jvm = jvm;
    }

    /**
     * Starts one; it is ready when this returns.
     *
     * @throws edgecraft.workshop.MachineFault if the JVM does not come up
     */
    public static Subject launch(SubjectOptions options) {
        return new Subject(SubjectProcess.start(options));
    }

    /**
     * One in this JVM.
     *
     * @param learners finds the learner's classes
     */
    static Subject inThisJvm(ClassLoader learners) {
        return new Subject(new ThisJvm(learners));
    }

    /**
     * Makes and starts one server of the learner's.
     *
     * @param check for whom
     * @param exercise the entry class
     * @param settings its settings
     * @param now the instant at which its time stands still until it is moved
     * @param patience how long it may take
     * @throws Refused if the learner's code would not
     * @throws SubjectGone if the JVM ended meanwhile
     */
    public RunningInstance create(
            String check, String exercise, Serializable settings, Instant now, Duration patience) {
        users.add(check);
        int number = numbers.incrementAndGet();
        Message answer = ask(
                Message.of(number, "create")
                        .with("exercise", exercise)
                        .with("settings", serialized(settings))
                        .with("now", now.toString()),
                patience);
        return new RunningInstance(number, URI.create("http://127.0.0.1:" + answer.text("port")), dns(answer));
    }

    private static Optional<InetSocketAddress> dns(Message answer) {
        return answer.parts().containsKey("dns")
                ? Optional.of(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(answer.text("dns"))))
                : Optional.empty();
    }

    /** Moves an instance's time; what fell due has run when this returns. */
    public void advance(RunningInstance instance, Duration step, Duration patience) {
        ask(about("advance", instance).with("duration", step.toString()), patience);
    }

    /** Stops an instance's server. Its time can still be moved, which shows what the server has not ended. */
    public void shut(RunningInstance instance, Duration patience) {
        ask(about("shut", instance), patience);
    }

    /** Stops an instance; if the JVM is gone, or goes meanwhile, so is the instance. */
    public void stop(RunningInstance instance, Duration patience) {
        if (isAlive()) {
            try {
                ask(about("stop", instance), patience);
            } catch (SubjectGone stoppedAllTheSame) {
                // Whatever ended the JVM ended the instance, which is all that was wanted.
            }
        }
    }

    /**
     * Whether its JVM is there to answer. Surer than {@link #isAlive}: the connections of a JVM that ends are closed a
     * moment before it is seen to be gone.
     */
    public boolean answers(Duration patience) {
        if (!isAlive()) {
            return false;
        }
        try {
            ask(Message.of(numbers.incrementAndGet(), "ping"), patience);
            return true;
        } catch (SubjectGone gone) {
            return false;
        }
    }

    /** Whether its JVM still runs, as far as can be seen from outside. */
    public boolean isAlive() {
        return jvm.isAlive();
    }

    /** The checks that had an instance here. */
    public Set<String> users() {
        return users;
    }

    /** What a stopped instance printed, and what the JVM itself had to say. */
    public String log(RunningInstance instance) {
        return jvm.log(instance.number());
    }

    /** Ends it and everything it started, at once. */
    @Override
    public void close() {
        jvm.end();
    }

    /** Whether its JVM ended for want of heap. */
    public boolean ranOutOfMemory() {
        return jvm.ranOutOfMemory();
    }

    /** Why it ended, in the learner's words. */
    public String obituary() {
        return jvm.obituary();
    }

    private Message about(String word, RunningInstance instance) {
        return Message.of(numbers.incrementAndGet(), word).with("instance", Integer.toString(instance.number()));
    }

    private static String refusal(Message question) {
        return switch (question.word()) {
            case "shut" -> "your server could not be stopped";
            case "advance" -> "what fell due in your server went wrong";
            default -> "your server could not be made";
        };
    }

    private Message ask(Message question, Duration patience) {
        try {
            Message answer = jvm.ask(question).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.word().equals("refused")) {
                throw new Refused(
                        refusal(question) + ":\n" + answer.text("reason").strip());
            }
            return answer;
        } catch (ExecutionException gone) {
            throw new SubjectGone(obituary());
        } catch (TimeoutException tooLong) {
            close();
            throw new SubjectGone("'" + question.word() + "' did not return within " + patience.toSeconds()
                    + " s. Does your code wait or loop while the server is made?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SubjectGone("the check was interrupted");
        }
    }

    private static byte[] serialized(Serializable settings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * A server that runs.
     *
     * @param number the host's name for it
     * @param uri where it listens
     * @param dns where it answers DNS, if it does
     */
    public record RunningInstance(int number, URI uri, Optional<InetSocketAddress> dns) {}
}
