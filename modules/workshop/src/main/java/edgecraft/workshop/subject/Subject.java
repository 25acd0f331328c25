package edgecraft.workshop.subject;

import edgecraft.kit.host.Message;
import edgecraft.kit.host.Trial;
import edgecraft.workshop.MachineFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
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

    /** In characters: a stack trace with its causes, and not a book. */
    private static final int LONGEST_REASON = 4_000;

    private final SubjectJvm jvm;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<String> users = ConcurrentHashMap.newKeySet();

    private Subject(SubjectJvm jvm) {
        this.jvm = jvm;
    }

    /**
     * Starts one; it is ready when this returns.
     *
     * @throws MachineFault if the JVM does not come up
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
        return create(exercise, settings, now, patience);
    }

    private RunningInstance create(String exercise, Serializable settings, Instant now, Duration patience) {
        int number = numbers.incrementAndGet();
        Message answer = ask(
                Message.of(number, "create")
                        .with("exercise", exercise)
                        .with("settings", serialized(settings))
                        .with("now", now.toString()),
                patience);
        try {
            return new RunningInstance(number, URI.create("http://127.0.0.1:" + port(answer, "port")), dns(answer));
        } catch (IllegalArgumentException notTheHost) {
            close();
            throw new SubjectGone("your server's JVM said something on the judge's line that its host never says."
                    + " Does your code reach for the host?");
        }
    }

    /**
     * Makes and starts a server of ours, asks it and stops it: what any server needs at least. None of the learner's code has a part
     * in it.
     *
     * @param patience how long each of these may take
     * @throws MachineFault if it does not work
     */
    public Duration trial(Duration patience) {
        long began = System.nanoTime();
        try {
            RunningInstance server = create(Trial.class.getName(), "trial", Instant.EPOCH, patience);
            URLConnection request = server.uri().toURL().openConnection(Proxy.NO_PROXY);
            request.setReadTimeout((int) patience.toMillis());
            try (InputStream answer = request.getInputStream()) {
                answer.readAllBytes();
            }
            stop(server, patience);
        } catch (IOException | SubjectGone | Refused e) {
            throw new MachineFault(
                    "no server can be run here: " + e.getMessage() + ".",
                    "Run ./workshop doctor; it says what this machine lacks.",
                    e);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Optional<InetSocketAddress> dns(Message answer) {
        return answer.parts().containsKey("dns")
                ? Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port(answer, "dns")))
                : Optional.empty();
    }

    /** A learner's code can find the line and write on it. */
    private static int port(Message answer, String name) {
        int port = Integer.parseInt(answer.text(name));
        if (port < 1 || port > 0xffff) {
            throw new IllegalArgumentException("no port: " + port);
        }
        return port;
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

    /** Whether it was ended because it and what it started used too much memory. */
    public boolean usedTooMuch() {
        return jvm.usedTooMuch();
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
                throw new Refused(refusal(question) + ":\n"
                        + beginning(answer.text("reason").strip()));
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

    private static String beginning(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
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
