package edgecraft.workshop.subject;

import edgecraft.kit.host.InstanceOutput;
import edgecraft.workshop.report.Style;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a subject prints, sorted by the instance that printed it. Each log keeps its first {@value #LONGEST} characters, as long
 * as all together have no more than {@value #MOST}; the rest is read, so that the subject does not block, and forgotten.
 */
final class SubjectOutput {

    /** Characters kept of one instance's output. */
    static final int LONGEST = 1 << 20;

    /** Characters kept of all instances' output, and so many instances: learners' code can print in anybody's name. */
    private static final int MOST = 32 << 20;

    private static final int MOST_LOGS = 10_000;

    private static final Pattern FRAME = Pattern.compile(InstanceOutput.MARK + "(\\d{1,9})([:;])(.*)", Pattern.DOTALL);
    private static final int LAST_WORDS_MILLIS = 2_000;

    private final boolean echo;
    private final Map<Integer, Log> logs = new ConcurrentHashMap<>();
    private final AtomicInteger kept = new AtomicInteger();
    private volatile boolean over;

    /** @param echo whether everything is also printed here, as it comes */
    SubjectOutput(boolean echo) {
        this.echo = echo;
    }

    /** Reads to the end, in a thread of its own. */
    Thread follow(InputStream output) {
        Thread reader = new Thread(() -> read(output), "edgecraft-subject-output");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    /** What one instance printed so far, or with 0 what can't be said to be anybody's. */
    String of(int instance) {
        return log(instance).text();
    }

    /** What an instance printed, when it or the JVM has ended: waits for its last words, but not for ever. */
    String whole(int instance) {
        try {
            log(instance).ended.await(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return of(instance);
    }

    private void read(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = Line.read(lines); line != null; line = Line.read(lines)) {
                sort(line);
            }
        } catch (IOException ended) {
            // A killed subject's pipe breaks.
        } finally {
            over = true;
            logs.values().forEach(log -> log.ended.countDown());
        }
    }

    private void sort(String line) {
        Matcher framed = FRAME.matcher(line);
        if (!framed.matches()) {
            keep(0, line);
        } else if (framed.group(2).equals(";")) {
            log(Integer.parseInt(framed.group(1))).ended.countDown();
        } else {
            keep(Integer.parseInt(framed.group(1)), framed.group(3));
        }
    }

    private void keep(int instance, String line) {
        boolean room = kept.addAndGet(line.length() + 1) < MOST;
        log(instance).add(line, room);
        if (echo) {
            System.out.println("  | " + Style.harmless(line));
        }
    }

    private Log log(int instance) {
        int known = logs.size() < MOST_LOGS || logs.containsKey(instance) ? instance : 0;
        Log log = logs.computeIfAbsent(known, any -> new Log());
        if (over) {
            log.ended.countDown();
        }
        return log;
    }

    private static final class Log {
        private final StringBuilder kept = new StringBuilder();
        private final CountDownLatch ended = new CountDownLatch(1);
        private boolean cut;

        private synchronized void add(String line, boolean room) {
            if (room && kept.length() + line.length() < LONGEST) {
                kept.append(line).append('\n');
            } else {
                cut = true;
            }
        }

        private synchronized String text() {
            return cut ? kept + "… more was printed; the first 1 MiB is kept\n" : kept.toString();
        }
    }

    /** Lines of bounded length: code that prints without a line end must not fill the judge's memory. */
    private static final class Line {
        private static final int LONGEST_LINE = 16_384;

        private static @Nullable String read(BufferedReader from) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = from.read(); c != -1; c = from.read()) {
                if (c == '\n') {
                    return line.toString();
                }
                line.append((char) c);
                if (line.length() == LONGEST_LINE) {
                    return line.toString();
                }
            }
            return line.isEmpty() ? null : line.toString();
        }
    }
}
