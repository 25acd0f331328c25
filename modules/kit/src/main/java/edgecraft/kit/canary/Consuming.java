package edgecraft.kit.canary;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tries to use more of the machine than the sandbox allows. */
final class Consuming {

    private static final int MEBIBYTE = 1 << 20;
    private static final int STARTERS = 32;
    private static final int SMALL_STACK = 1 << 16;
    private static final int SECONDS_UNTIL_SEEN = 5;

    private Consuming() {}

    static List<String> disk(CanaryBrief brief) {
        Path file = Path.of(brief.temporary()).resolve("canary");
        byte[] block = new byte[MEBIBYTE];
        long written = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (; written <= brief.disk(); written += block.length) {
                out.write(block);
            }
        } catch (IOException full) {
            // As it should be.
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // It goes with the sandbox.
        }
        return written > brief.disk()
                ? List.of("fill the disk with more than " + brief.disk() / MEBIBYTE + " MiB")
                : List.of();
    }

    /**
     * A thread counts as a process does, and is cheaper to try. On a busy machine each waits long for its first turn, so many
     * are started side by side.
     */
    static List<String> threads(int most) {
        CountDownLatch over = new CountDownLatch(1);
        AtomicBoolean refused = new AtomicBoolean();
        List<Thread> starters = new ArrayList<>();
        try {
            for (int i = 0; i < STARTERS; i++) {
                starters.add(start(() -> crowd(most / STARTERS, over, refused)));
            }
            for (Thread starter : starters) {
                starter.join();
            }
        } catch (OutOfMemoryError noMore) {
            refused.set(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over.countDown();
        }
        return refused.get() ? List.of() : List.of("start " + most + " threads");
    }

    private static void crowd(int size, CountDownLatch over, AtomicBoolean refused) {
        try {
            for (int i = 0; i < size && !refused.get(); i++) {
                start(() -> await(over));
            }
        } catch (OutOfMemoryError noMore) {
            refused.set(true);
        }
    }

    private static Thread start(Runnable task) {
        Thread thread = new Thread(null, task, "canary", SMALL_STACK);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A JVM's heap is limited by itself, so it is another JVM that takes more: one with as much heap as it likes. */
    static List<String> memory(long bytes) {
        String heap = bytes / MEBIBYTE + "m";
        try {
            Process hungry = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xms" + heap,
                            "-Xmx" + heap,
                            "-XX:+AlwaysPreTouch",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Consuming.class.getName())
                    .start();
            // It says so when it has its heap, and keeps it until it is seen, or until nobody looks.
            if (hungry.getInputStream().read() != -1 && !hungry.waitFor(SECONDS_UNTIL_SEEN, TimeUnit.SECONDS)) {
                hungry.destroyForcibly();
                return List.of("use more than " + bytes / MEBIBYTE + " MiB of memory");
            }
        } catch (IOException refused) {
            // As it should be.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    /** What the other JVM runs: it waits for its input, of which there is none. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("full");
        System.in.read();
    }
}
