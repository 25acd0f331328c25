package edgecraft.workshop.subject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Processes that a subject left behind. A child whose parent has ended is nobody's descendant any more, so on Linux it is
 * known by a mark in the environment that it inherited.
 */
final class Orphans {

    /** The variable that marks a subject and all that it starts. */
    static final String MARK = "EDGECRAFT_SUBJECT";

    private Orphans() {}

    /**
     * Ends every process with this mark, and every one that works where the subject did: an environment is easily emptied. Does
     * nothing where there is no {@code /proc}.
     */
    static void end(String mark, Path directory) {
        Path proc = Path.of("/proc");
        if (!Files.isDirectory(proc)) {
            return;
        }
        try (Stream<Path> processes = Files.list(proc)) {
            processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> isMarked(process, mark) || isIn(process, directory))
                    .map(process -> Long.parseLong(process.getFileName().toString()))
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .forEach(ProcessHandle::destroyForcibly);
        } catch (IOException unreadable) {
            // Without /proc there is no way to tell; the descendants that are still linked are ended all the same.
        }
    }

    private static boolean isIn(Path process, Path directory) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(directory);
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static boolean isMarked(Path process, String mark) {
        try {
            String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            return environment.contains(MARK + "=" + mark);
        } catch (IOException notOurs) {
            return false;
        }
    }
}
