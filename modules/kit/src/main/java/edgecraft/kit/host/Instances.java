package edgecraft.kit.host;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** The learner's servers in this JVM, and the answers to what the judge asks of them. Thread-safe. */
public final class Instances {

    private final ClassLoader learners;
    private final Map<Integer, Instance> instances = new ConcurrentHashMap<>();

    /** @param learners finds the classes of the learner's */
    public Instances(ClassLoader learners) {
        this.learners = learners;
    }

    /** Does what is asked, and says how it went; what is thrown on the way is said, too. */
    public Message reply(Message question) {
        try {
            return switch (question.word()) {
                case "create" -> create(question);
                case "advance" -> advance(question);
                case "shut" -> shut(question);
                case "stop" -> stop(question);
                case "ping" -> Message.of(question.number(), "done");
                default -> throw new IllegalArgumentException("no such question: " + question.word());
            };
        } catch (Throwable refused) {
            return Message.of(question.number(), "refused").with("reason", StackTraces.forLearners(refused));
        }
    }

    private Message create(Message question) throws ReflectiveOperationException, IOException {
        InstanceOutput.belongTo(question.number());
        Instance instance = Instance.start(
                learners, question.text("exercise"), question.bytes("settings"), Instant.parse(question.text("now")));
        instances.put(question.number(), instance);
        Message port = Message.of(question.number(), "port").with("port", Integer.toString(instance.port()));
        OptionalInt dns = instance.dnsPort();
        return dns.isPresent() ? port.with("dns", Integer.toString(dns.getAsInt())) : port;
    }

    private Message advance(Message question) {
        int number = Integer.parseInt(question.text("instance"));
        InstanceOutput.belongTo(number);
        running(number).advance(Duration.parse(question.text("duration")));
        return Message.of(question.number(), "done");
    }

    private Message shut(Message question) {
        int number = Integer.parseInt(question.text("instance"));
        InstanceOutput.belongTo(number);
        running(number).stop();
        return Message.of(question.number(), "done");
    }

    private Instance running(int number) {
        Instance instance = instances.get(number);
        if (instance == null) {
            throw new IllegalStateException("instance " + number + " is stopped");
        }
        return instance;
    }

    private Message stop(Message question) {
        int number = Integer.parseInt(question.text("instance"));
        Instance instance = instances.remove(number);
        if (instance != null) {
            instance.stop();
        }
        InstanceOutput.end(number);
        return Message.of(question.number(), "done");
    }

    /** Stops every server that is still there. */
    public void stopAll() {
        instances.values().forEach(Instance::stop);
    }
}
