package edgecraft.workshop.proof;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The tool in a process of its own, as its launcher starts it: whoever attacks it attacks nothing else, and it can be ended
 * when it hangs.
 *
 * @param root what it works in, and where: it is found there, and ended, if the one that started it does not live on
 * @param output the file that takes what it prints
 */
record OwnTool(Path root, Path output) {

    /** Says {@code ./workshop} and these words; the exit code, or nothing if it had to be ended. */
    @Nullable
    Integer run(List<String> words, Duration deadline) {
        try {
            Process tool = new ProcessBuilder(command(words))
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                tool.getOutputStream().close();
                return tool.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS) ? tool.exitValue() : null;
            } finally {
                tool.descendants().forEach(ProcessHandle::destroyForcibly);
                tool.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            throw new MachineFault(
                    "no further tool could be started: " + e.getMessage() + ".",
                    "Close other programs, then run the command again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the trial was interrupted", e);
        }
    }

    /** What it printed. */
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw Workspace.unwritable(output, e);
        }
    }

    /** As this JVM was started, but for what was said to this one alone. */
    private List<String> command(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X") || option.startsWith("-D"))
                .filter(option -> !option.startsWith("-Dedgecraft."))
                .forEach(command::add);
        command.add("-Dedgecraft.root=" + root);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("edgecraft.workshop.Workshop");
        command.addAll(words);
        return command;
    }
}
