package edgecraft.workshop.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Processes that a submission started and that outlived the run: its children, and all that it may have let go. */
final class Leftovers {

    /** What a cheat starts that hides where it comes from. */
    private static final String KNOWN = "sleep 86418";

    private final Path clone;

    /** @param clone where the submission was judged */
    Leftovers(Path clone) {
        this.clone = clone;
    }

    /** Those that are there, told by their command. */
    List<String> found() {
        return processes()
                .map(process -> "a process is left behind: "
                        + process.info().commandLine().orElse("of nobody knows what"))
                .toList();
    }

    /** Ends them, so that a proof that fails leaves nothing behind. */
    void end() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    private Stream<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> worksIn(process)
                        .filter(directory -> directory.startsWith(clone) || isKnown(process, directory))
                        .isPresent());
    }

    /** What hides elsewhere can't be told from what another cheat does at the same time, unless it hides where none works. */
    private static boolean isKnown(ProcessHandle process, Path directory) {
        return directory.equals(directory.getRoot())
                && process.info().commandLine().orElse("").endsWith(KNOWN);
    }

    private static Optional<Path> worksIn(ProcessHandle process) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }
}
