package edgecraft.kit.host;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The main class of a subject: runs many instances of a learner's server in this JVM and answers the judge over a private
 * line. The line's port and token come as one line on standard input; when the line ends, so does this JVM.
 */
public final class Host {

    /** The property that names the directories of the learner's classes and resources. */
    public static final String CLASSES = "edgecraft.host.classes";

    /** The property that lets this JVM end in good order, so that it can write down the classes it has loaded. */
    public static final String RECORDING = "edgecraft.host.recording";

    private final DataOutputStream line;
    private final ClassLoader learners;
    private final Map<Integer, Instance> instances = new ConcurrentHashMap<>();

    private Host(DataOutputStream line, ClassLoader learners) {
        this.line = line;
        this.learners = learners;
    }

    /** Connects to the judge and serves it until it hangs up. */
    public static void main(String[] arguments) throws IOException {
        InstanceOutput.install();
        String[] portAndToken = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))
                .readLine()
                .split(" ");
        // No instance may read the token from standard input.
        System.setIn(InputStream.nullInputStream());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(portAndToken[0]))) {
            socket.setTcpNoDelay(true);
            DataOutputStream line = new DataOutputStream(socket.getOutputStream());
            line.writeUTF(portAndToken[1]);
            new Host(line, learners()).serve(new DataInputStream(socket.getInputStream()));
        } finally {
            if (Boolean.getBoolean(RECORDING)) {
                System.exit(0);
            }
            // Not exit: a learner's shutdown hook must not keep this JVM alive.
            Runtime.getRuntime().halt(0);
        }
    }

    /** Their own loader, so that the class path is the same for all learners and what is on it comes first. */
    private static ClassLoader learners() throws IOException {
        List<URL> directories = new ArrayList<>();
        for (String directory : System.getProperty(CLASSES, "").split(File.pathSeparator)) {
            directories.add(Path.of(directory).toUri().toURL());
        }
        return new URLClassLoader(directories.toArray(URL[]::new), Host.class.getClassLoader());
    }

    private void serve(DataInputStream questions) throws IOException {
        while (true) {
            Message question;
            try {
                question = Message.readFrom(questions);
            } catch (IOException hungUp) {
                return;
            }
            // A thread for each: creating one instance must not wait for another, and belongs to it from the start.
            Thread worker = new Thread(() -> answer(question), "edgecraft-instance-" + question.number());
            worker.setDaemon(true);
            worker.start();
        }
    }

    private void answer(Message question) {
        try {
            reply(question).writeTo(line);
        } catch (IOException hungUp) {
            Runtime.getRuntime().halt(0);
        }
    }

    private Message reply(Message question) {
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
}
