package edgecraft.workshop.subject;

import edgecraft.kit.host.InstanceOutput;
import edgecraft.workshop.report.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
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
        try (Reader reader = new InputStreamReader(output, StandardCharsets.UTF_8)) {
            Lines lines = new Lines(reader);
            for (String line = lines.next(); line != null; line = lines.next()) {
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
    private static final class Lines {
        private static final int LONGEST_LINE = 16_384;

        private final Reader from;
        private final char[] block = new char[LONGEST_LINE];
        private int at;
        private int end;

        private Lines(Reader from) {
            this.from = from;
        }

        private @Nullable String next() throws IOException {
            StringBuilder line = new StringBuilder();
            while (at < end || fill()) {
                int stop = Math.min(end, at + LONGEST_LINE - line.length());
                int to = at;
                while (to < stop && block[to] != '\n') {
                    to++;
                }
                line.append(block, at, to - at);
                boolean whole = to < stop;
                at = whole ? to + 1 : to;
                if (whole || line.length() == LONGEST_LINE) {
                    return line.toString();
                }
            }
            return line.isEmpty() ? null : line.toString();
        }

        private boolean fill() throws IOException {
            at = 0;
            end = Math.max(0, from.read(block));
            return end > 0;
        }
    }
}
