package edgecraft.workshop.edition;

import edgecraft.workshop.MachineFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What another program said, and how it ended.
 *
 * @param exit its exit code
 * @param out what it printed, errors included
 */
record Told(int exit, String out) {

    private static final int LINES_AT_THE_END = 15;

    /** Runs a program to its end. */
    static Told by(Path in, String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Told(process.waitFor(), out);
        } catch (IOException e) {
            throw new MachineFault(
                    "'" + command[0] + "' could not be started: " + e.getMessage() + ".",
                    "Install it, or make it executable, then run the command again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineFault("'" + command[0] + "' was interrupted.", "Run the command again.", e);
        }
    }

    /** The last lines of what it printed. */
    String end() {
        List<String> lines = out.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_AT_THE_END), lines.size()));
    }
}
