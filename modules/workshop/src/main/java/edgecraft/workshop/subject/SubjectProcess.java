package edgecraft.workshop.subject;

import edgecraft.kit.host.Message;
import edgecraft.workshop.MachineFault;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The process of a subject, its private line and its output. */
final class SubjectProcess implements SubjectJvm {

    private static final int STARTS_WITHIN_MILLIS = 30_000;

    private final Process process;
    private final String mark;
    private final Socket socket;
    private final DataOutputStream questions;
    private final SubjectOutput output;
    private final Obituary obituary;
    private final boolean recording;
    private final Map<Integer, CompletableFuture<Message>> open = new ConcurrentHashMap<>();
    private volatile boolean ended;

    private SubjectProcess(Process process, String mark, Socket socket, SubjectOutput output, SubjectOptions options)
            throws IOException {
        this.process = process;
        this.recording = options.record();
        this.mark = mark;
        this.socket = socket;
        this.output = output;
        this.obituary = new Obituary(process, output, options.heap());
        this.questions = new DataOutputStream(socket.getOutputStream());
    }

    static SubjectProcess start(SubjectOptions options) {
        String mark = UUID.randomUUID().toString();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = new SubjectCommand(options, mark).start();
            SubjectOutput output = new SubjectOutput(options.echo());
            output.follow(process.getInputStream());
            String token = UUID.randomUUID().toString();
            process.getOutputStream()
                    .write((server.getLocalPort() + " " + token + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().close();
            Socket socket = accept(server, process, output, options.debugPort() != 0);
            SubjectProcess subject = new SubjectProcess(process, mark, socket, output, options);
            subject.listen(token);
            return subject;
        } catch (IOException e) {
            throw new MachineFault(
                    "the JVM for your code could not be started: " + e.getMessage() + ".",
                    "Run ./workshop doctor; it says what this machine lacks.",
                    e);
        }
    }

    private static Socket accept(ServerSocket server, Process process, SubjectOutput output, boolean patient)
            throws IOException {
        server.setSoTimeout(200);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STARTS_WITHIN_MILLIS);
        while (process.isAlive() && (patient || System.nanoTime() < end)) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                return socket;
            } catch (SocketTimeoutException notYet) {
                // Look whether it still lives, and wait on.
            }
        }
        process.destroyForcibly();
        throw new IOException("it said: "
                + output.of(0).lines().limit(3).reduce((a, b) -> a + " / " + b).orElse("nothing"));
    }

    private void listen(String token) throws IOException {
        DataInputStream answers = new DataInputStream(socket.getInputStream());
        if (!answers.readUTF().equals(token)) {
            end();
            throw new IOException("somebody else answered on its line");
        }
        Thread reader = new Thread(() -> read(answers), "edgecraft-subject-line");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(DataInputStream answers) {
        try {
            while (true) {
                Message answer = Message.readFrom(answers);
                CompletableFuture<Message> question = open.remove(answer.number());
                if (question != null) {
                    question.complete(answer);
                }
            }
        } catch (IOException hungUp) {
            ended = true;
            open.values().forEach(question -> question.completeExceptionally(hungUp));
            open.clear();
        }
    }

    @Override
    public CompletableFuture<Message> ask(Message question) {
        CompletableFuture<Message> answer = new CompletableFuture<>();
        open.put(question.number(), answer);
        try {
            question.writeTo(questions);
        } catch (IOException hungUp) {
            ended = true;
            answer.completeExceptionally(hungUp);
        }
        if (ended) {
            answer.completeExceptionally(new IOException("the line is closed"));
        }
        return answer;
    }

    @Override
    public boolean isAlive() {
        return !ended && process.isAlive();
    }

    @Override
    public String log(int instance) {
        return output.whole(instance) + output.of(0);
    }

    @Override
    public boolean ranOutOfMemory() {
        return obituary.ranOutOfMemory();
    }

    @Override
    public String obituary() {
        return obituary.text();
    }

    @Override
    public void end() {
        ended = true;
        if (recording) {
            endInGoodOrder();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            socket.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException closed) {
            // The other end is gone, which is what was wanted.
        }
        Orphans.end(mark);
    }

    /** A class archive is written when a JVM exits by itself. */
    private void endInGoodOrder() {
        try {
            socket.close();
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (IOException closed) {
            // Then it ends all the same.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
