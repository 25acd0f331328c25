package edgecraft.workshop.subject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processes that a subject left behind. A child whose parent has ended is nobody's descendant any more, so on Linux it is
 * known by a mark in the environment that it inherited.
 */
final class Orphans {

    /** The variable that marks a subject and all that it starts. */
    static final String MARK = "EDGECRAFT_SUBJECT";

    private static final int MOST_LOOKS = 20;

    private Orphans() {}

    /**
     * Ends every process whose mark this is, or begins with this and a slash, and every one that works below this directory: an
     * environment is easily emptied. Does nothing where there is no {@code /proc}.
     */
    static void end(String mark, Path directory) {
        // One that is ended may have started another in the last moment.
        for (int look = 0; look < MOST_LOOKS; look++) {
            List<ProcessHandle> found = found(mark, directory);
            if (found.isEmpty()) {
                return;
            }
            found.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static List<ProcessHandle> found(String mark, Path directory) {
        Path proc = Path.of("/proc");
        if (!Files.isDirectory(proc)) {
            return List.of();
        }
        try (Stream<Path> processes = Files.list(proc)) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> isMarked(process, mark) || isIn(process, directory))
                    .map(process -> Long.parseLong(process.getFileName().toString()))
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .toList();
        } catch (IOException unreadable) {
            // Without /proc there is no way to tell; the descendants that are still linked are ended all the same.
            return List.of();
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
            return Stream.of(environment.split("\0"))
                    .filter(variable -> variable.startsWith(MARK + "="))
                    .map(variable -> variable.substring(MARK.length() + 1))
                    .anyMatch(value -> value.equals(mark) || value.startsWith(mark + "/"));
        } catch (IOException notOurs) {
            return false;
        }
    }
}
