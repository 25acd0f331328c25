package edgecraft.kit.host;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that says whose it is: every line is sent with the number of the instance whose thread printed it. Threads
 * inherit the number from the thread that made them, so that a server's own pools are known too.
 */
public final class InstanceOutput extends OutputStream {

    /** Begins a framed line; followed by the instance's number and a colon and the text, or a semicolon at its end. */
    public static final char MARK = '\u0001';

    private static final int LONGEST_LINE = 8192;
    private static final InheritableThreadLocal<Integer> INSTANCE = new InheritableThreadLocal<>();

    private static @Nullable InstanceOutput installed;

    private final PrintStream target;
    private final Map<Integer, ByteArrayOutputStream> lines = new ConcurrentHashMap<>();

    InstanceOutput(PrintStream target) {
        this.target = target;
    }

    /** Takes the place of standard output and standard error. */
    static void install() {
        installed = new InstanceOutput(System.out);
        PrintStream stream = new PrintStream(installed, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
    }

    /** Says that an instance is gone: what it printed before is sent first. */
    static void end(int instance) {
        if (installed != null) {
            installed.flushAndEnd(instance);
        }
    }

    /** From here on this thread, and every thread it makes, belongs to the instance. */
    static void belongTo(int instance) {
        INSTANCE.set(instance);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        Integer known = INSTANCE.get();
        int instance = known == null ? 0 : known;
        ByteArrayOutputStream line = lines.computeIfAbsent(instance, any -> new ByteArrayOutputStream());
        synchronized (line) {
            add(instance, line, bytes, from, from + length);
        }
    }

    /** In pieces, not byte by byte: a server that prints much should not take long over it. */
    private void add(int instance, ByteArrayOutputStream line, byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int stop = Math.min(to, at + LONGEST_LINE - line.size());
            int end = at;
            while (end < stop && bytes[end] != '\n') {
                end++;
            }
            line.write(bytes, at, end - at);
            boolean whole = end < stop;
            if (whole || line.size() == LONGEST_LINE) {
                send(instance, line);
            }
            at = whole ? end + 1 : end;
        }
    }

    private void flushAndEnd(int instance) {
        ByteArrayOutputStream line = lines.computeIfAbsent(instance, any -> new ByteArrayOutputStream());
        synchronized (line) {
            if (line.size() > 0) {
                send(instance, line);
            }
        }
        target.print(MARK + Integer.toString(instance) + ";\n");
        target.flush();
    }

    private void send(int instance, ByteArrayOutputStream line) {
        byte[] prefix = (MARK + Integer.toString(instance) + ":").getBytes(StandardCharsets.US_ASCII);
        byte[] text = line.toByteArray();
        line.reset();
        byte[] framed = new byte[prefix.length + text.length + 1];
        System.arraycopy(prefix, 0, framed, 0, prefix.length);
        System.arraycopy(text, 0, framed, prefix.length, text.length);
        framed[framed.length - 1] = '\n';
        target.write(framed, 0, framed.length);
        target.flush();
    }
}
