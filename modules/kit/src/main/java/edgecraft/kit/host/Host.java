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
import java.util.ArrayList;
import java.util.List;

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
    private final Instances instances;

    private Host(DataOutputStream line, Instances instances) {
        this.line = line;
        this.instances = instances;
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
            new Host(line, new Instances(learners())).serve(new DataInputStream(socket.getInputStream()));
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
            instances.reply(question).writeTo(line);
        } catch (IOException hungUp) {
            Runtime.getRuntime().halt(0);
        }
    }
}
