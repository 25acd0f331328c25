package edgecraft.workshop.cli;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Misuse;
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

    /** Its network is another. */
    static final String NO_CONTAINER =
            "MinIO's container can't be reached from a sandbox: leave out --bucket minio or --sandbox.";

    private enum Mode {
        required,
        auto,
        off
    }

    @Option(
            names = "--sandbox",
            paramLabel = "required|auto|off",
            description =
                    "for graded runs on Linux: run the code in a sandbox, where it sees nothing of this machine; auto: where"
                            + " that works (default: ${DEFAULT-VALUE})")
    private Mode mode = Mode.off;

    /** One for commands that run the code of others. */
    static SandboxOption whereItWorks() {
        SandboxOption option = new SandboxOption();
        option.mode = Mode.auto;
        return option;
    }

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

    /**
     * The same, for a command that takes no sandbox rather than no bucket.
     *
     * @throws Misuse if there must be both
     */
    int isolate(Workspace workspace, BucketOption bucket, ToIntFunction<Isolation> work) {
        if (!bucket.isContainer()) {
            return isolate(workspace, work);
        }
        if (mode == Mode.required) {
            throw new Misuse(NO_CONTAINER);
        }
        return work.applyAsInt(
                mode == Mode.off
                        ? Isolation.PROCESS
                        : Isolation.onlyProcess("no sandbox: MinIO's container can't be reached from one"));
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
