package edgecraft.workshop.subject;

import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Directories for runs. Each process of the tool keeps its own in one place, beside a file that it has locked as long as it
 * lives. What belongs to a process without a lock was left behind: the directory goes, and so does whatever its subjects
 * had started.
 */
public final class Runs {

    /** Names this process, and no other that ever ran: numbers of processes are used again, in a container at once. */
    static final String TOOL = ProcessHandle.current().pid() + "-"
            + Integer.toHexString(ThreadLocalRandom.current().nextInt());

    private static final String LOCK = ".lock";
    private static final Map<Path, FileChannel> HELD = new HashMap<>();

    private Runs() {}

    /**
     * A new empty directory for one run, which its owner deletes.
     *
     * @throws edgecraft.workshop.MachineFault if it can't be made
     */
    public static Path begin(Workspace workspace) {
        Path runs = Workspace.directory(workspace.state().resolve("runs"));
        try {
            hold(runs);
            clearAbandoned(runs);
            return Files.createTempDirectory(Workspace.directory(runs.resolve(TOOL)), "");
        } catch (IOException e) {
            throw Workspace.unwritable(runs, e);
        }
    }

    private static synchronized void hold(Path runs) throws IOException {
        Path lock = runs.resolve(TOOL + LOCK);
        // Another process may have taken a file that was not locked yet for an abandoned one.
        while (!HELD.containsKey(runs) || !Files.exists(lock)) {
            if (HELD.isEmpty()) {
                Runtime.getRuntime().addShutdownHook(new Thread(Runs::leave, "edgecraft-runs-leave"));
            }
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            HELD.put(runs, channel);
        }
    }

    /** Ctrl-C ends the tool without another word to its subjects. */
    private static synchronized void leave() {
        for (Path runs : HELD.keySet()) {
            Orphans.end(TOOL, runs.resolve(TOOL));
            Workspace.delete(runs.resolve(TOOL));
            Workspace.delete(runs.resolve(TOOL + LOCK));
        }
    }

    private static void clearAbandoned(Path runs) throws IOException {
        List<String> tools;
        try (Stream<Path> entries = Files.list(runs)) {
            tools = entries.map(entry -> entry.getFileName().toString().replace(LOCK, ""))
                    .filter(tool -> !tool.equals(TOOL))
                    .distinct()
                    .toList();
        }
        tools.forEach(tool -> clearIfAbandoned(runs, tool));
    }

    private static void clearIfAbandoned(Path runs, String tool) {
        Path lock = runs.resolve(tool + LOCK);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ours = channel.tryLock()) {
            if (ours != null) {
                Orphans.end(tool, runs.resolve(tool));
                Workspace.delete(runs.resolve(tool));
                Files.deleteIfExists(lock);
            }
        } catch (IOException stays) {
            // It may be another user's. No run needs it to be gone.
        }
    }
}
