package edgecraft.workshop.subject;

import edgecraft.kit.host.Message;
import edgecraft.workshop.MachineFault;
import edgecraft.workshop.sandbox.MemoryGuard;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The process of a subject, its private line and its output. */
final class SubjectProcess implements SubjectJvm {

    /** How fast this machine is shows only when the JVM is up; so there is time enough for a very slow one. */
    private static final int STARTS_WITHIN_MILLIS = 120_000;

    private static final int LOOKS_AFTER_MILLIS = 20;

    /** So many may wait to be asked for the token, of whom one has it. */
    private static final int CALLERS = 1_000;

    private final Process process;
    private final String mark;
    private final Socket socket;
    private final DataOutputStream questions;
    private final SubjectOutput output;
    private final Obituary obituary;
    private final boolean recording;
    private final Path directory;
    private final Map<Integer, CompletableFuture<Message>> open = new ConcurrentHashMap<>();
    private volatile boolean ended;

    private SubjectProcess(
            Process process,
            String mark,
            Socket socket,
            SubjectOutput output,
            @Nullable MemoryGuard guard,
            SubjectOptions options)
            throws IOException {
        this.process = process;
        this.recording = options.record();
        this.directory = options.temporary();
        this.mark = mark;
        this.socket = socket;
        this.output = output;
        this.obituary = new Obituary(process, output, options.heap(), guard);
        this.questions = new DataOutputStream(socket.getOutputStream());
    }

    static SubjectProcess start(SubjectOptions options) {
        String mark = Runs.TOOL + "/" + UUID.randomUUID();
        try (ServerSocket server = new ServerSocket(0, CALLERS, InetAddress.getLoopbackAddress())) {
            Process process = new SubjectCommand(options, mark).start();
            SubjectOutput output = new SubjectOutput(options.echo());
            output.follow(process.getInputStream());
            String token = UUID.randomUUID().toString();
            process.getOutputStream()
                    .write((server.getLocalPort() + " " + token + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().close();
            Socket socket = accept(server, process, output, token, options.debugPort() != 0);
            MemoryGuard guard = options.sandbox() == null ? null : MemoryGuard.watch(process, options.memory());
            SubjectProcess subject = new SubjectProcess(process, mark, socket, output, guard, options);
            subject.listen();
            return subject;
        } catch (IOException e) {
            throw new MachineFault(
                    "the JVM for your code could not be started: " + e.getMessage() + ".",
                    "Run ./workshop doctor; it says what this machine lacks.",
                    e);
        }
    }

    private static Socket accept(
            ServerSocket server, Process process, SubjectOutput output, String token, boolean patient)
            throws IOException {
        server.setSoTimeout(LOOKS_AFTER_MILLIS);
        CompletableFuture<Socket> host = new CompletableFuture<>();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STARTS_WITHIN_MILLIS);
        while (!host.isDone() && process.isAlive() && (patient || System.nanoTime() < end)) {
            try {
                welcome(server.accept(), token, host);
            } catch (SocketTimeoutException notYet) {
                // Look whether it still lives, and wait on.
            }
        }
        if (host.isDone()) {
            return host.join();
        }
        process.destroyForcibly();
        throw new IOException("it said: "
                + output.of(0).lines().limit(3).reduce((a, b) -> a + " / " + b).orElse("nothing"));
    }

    /** Anybody on this machine can connect. Only the host has the token, and it does not wait for others to be shown out. */
    static void welcome(Socket caller, String token, CompletableFuture<Socket> host) {
        Thread door = new Thread(
                () -> {
                    try {
                        caller.setTcpNoDelay(true);
                        caller.setSoTimeout(STARTS_WITHIN_MILLIS);
                        boolean isHost = new DataInputStream(caller.getInputStream())
                                .readUTF()
                                .equals(token);
                        caller.setSoTimeout(0);
                        if (!isHost || !host.complete(caller)) {
                            caller.close();
                        }
                    } catch (IOException noToken) {
                        closeQuietly(caller);
                    }
                },
                "edgecraft-subject-door");
        door.setDaemon(true);
        door.start();
    }

    private static void closeQuietly(Socket caller) {
        try {
            caller.close();
        } catch (IOException closed) {
            // That is what was wanted.
        }
    }

    private void listen() throws IOException {
        DataInputStream answers = new DataInputStream(socket.getInputStream());
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
    public boolean usedTooMuch() {
        return obituary.usedTooMuch();
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
        Orphans.end(mark, directory);
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
