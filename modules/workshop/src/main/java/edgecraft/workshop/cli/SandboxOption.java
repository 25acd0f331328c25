package edgecraft.workshop.cli;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.sandbox.Enclosure;
import edgecraft.workshop.sandbox.Isolation;
import edgecraft.workshop.sandbox.Requirements;
import edgecraft.workshop.subject.Runs;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Option;

/** Whether the learner's code runs in a sandbox. */
final class SandboxOption {

    private enum Mode {
        required,
        auto,
        off
    }

    @Option(
            names = "--sandbox",
            paramLabel = "required|auto|off",
            defaultValue = "off",
            description =
                    "for graded runs on Linux: run the code in a sandbox, where it sees nothing of this machine; auto: where"
                            + " that works (default: off)")
    private Mode mode = Mode.off;

    /** Whether one was asked for. */
    boolean isWanted() {
        return mode != Mode.off;
    }

    /**
     * Does the work of the command, here or once more inside, where nothing but the loopback can be reached.
     *
     * @param work is told how to keep subjects apart; its result is the exit code
     * @throws MachineFault if there must be a sandbox, and there can't be
     */
    int isolate(Workspace workspace, ToIntFunction<Isolation> work) {
        if (mode == Mode.off) {
            return work.applyAsInt(Isolation.PROCESS);
        }
        if (Enclosure.isInside()) {
            return work.applyAsInt(Isolation.sandboxed());
        }
        Optional<MachineFault> missing = missing(workspace);
        if (missing.isEmpty()) {
            return Enclosure.runAgain();
        }
        if (mode == Mode.required) {
            throw missing.get();
        }
        return work.applyAsInt(Isolation.onlyProcess(
                "no sandbox: " + String.valueOf(missing.get().getMessage()).replace('\n', ' ')));
    }

    private static Optional<MachineFault> missing(Workspace workspace) {
        Path scratch = Runs.begin(workspace);
        try {
            return Requirements.missing(scratch);
        } finally {
            Workspace.delete(scratch);
        }
    }
}
