package edgecraft.workshop.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Adds up, ten times a second, the resident memory of a sandbox's processes, and ends them all when that is too much. What is over
 * the limit for less long is not seen, nor is what belongs to no process, such as the buffers of sockets.
 */
public final class MemoryGuard {

    private static final int PERIOD_MILLIS = 100;
    private static final String RESIDENT = "VmRSS:";

    private final Process process;
    private final int most;
    private volatile boolean exceeded;

    private MemoryGuard(Process process, int most) {
        this.process = process;
        this.most = most;
    }

    /**
     * Begins to watch a process and its descendants.
     *
     * @param most the most that they may use together, in MiB
     */
    public static MemoryGuard watch(Process process, int most) {
        MemoryGuard guard = new MemoryGuard(process, most);
        Thread thread = new Thread(guard::look, "edgecraft-memory-guard");
        thread.setDaemon(true);
        thread.start();
        return guard;
    }

    /** The most that they may use together, in MiB. */
    public int most() {
        return most;
    }

    /** Whether they were ended because they used more. */
    public boolean exceeded() {
        return exceeded;
    }

    private void look() {
        try {
            while (!process.waitFor(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                if (process.descendants().mapToLong(MemoryGuard::kibibytes).sum() >> 10 > most) {
                    exceeded = true;
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The name that a process gives itself stands in the same file, and need not be text. */
    static long kibibytes(ProcessHandle process) {
        try {
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            return Files.readAllLines(status, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
