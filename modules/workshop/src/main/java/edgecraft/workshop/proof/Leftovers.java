package edgecraft.workshop.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        return ProcessHandle.allProcesses().filter(process -> isKnown(process) || isInClone(process));
    }

    private static boolean isKnown(ProcessHandle process) {
        return process.info().commandLine().orElse("").endsWith(KNOWN);
    }

    private boolean isInClone(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .startsWith(clone);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
