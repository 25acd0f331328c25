package edgecraft.workshop.sandbox;

import edgecraft.workshop.MachineFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tool once more, in a network of its own that has a loopback and nothing else. Judge, fixtures and subjects reach each
 * other there as ever; what is outside can't be reached, because there is no way out.
 */
public final class Enclosure {

    /** The property that tells the tool that it runs inside. */
    private static final String INSIDE = "edgecraft.enclosed";

    /** The exit code that says that the machine is at fault. */
    private static final int FAULT = 3;

    /** Added to exit codes inside: a bubblewrap or a JVM that does not start has an exit code, too, and it is no verdict. */
    private static final int VERDICT = 64;

    private Enclosure() {}

    /** Whether this process was started by {@link #runAgain}. */
    public static boolean isInside() {
        return Boolean.getBoolean(INSIDE);
    }

    /** Runs the command that this process was started with again, inside; its exit code. */
    public static int runAgain() {
        try {
            List<String> command = new ArrayList<>(around(List.of(java(), "-D" + INSIDE + "=true")));
            String[] own = Files.readString(Path.of("/proc/self/cmdline")).split("\0");
            command.addAll(Arrays.asList(own).subList(1, own.length));
            return verdict(new ProcessBuilder(command).inheritIO().start().waitFor());
        } catch (IOException e) {
            throw new MachineFault(
                    "the tool could not be started again in a network of its own: " + e.getMessage() + ".",
                    "Run the command again; without --sandbox it runs in the network of this machine.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAULT;
        }
    }

    /** How this process has to exit to say so: inside, in a way that nobody else has. */
    public static int exitCode(int verdict) {
        return isInside() ? VERDICT + verdict : verdict;
    }

    /** What an exit code from inside says; who ended otherwise has said nothing. */
    static int verdict(int exitCode) {
        int verdict = exitCode - VERDICT;
        return verdict >= 0 && verdict <= FAULT ? verdict : FAULT;
    }

    /** A command in such a network. Everything else is as it is outside. */
    public static List<String> around(List<String> command) {
        List<String> words =
                new ArrayList<>(List.of("bwrap", "--dev-bind", "/", "/", "--unshare-net", "--die-with-parent", "--"));
        words.addAll(command);
        return words;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
