package edgecraft.workshop.report;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.judge.ModuleResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The log of the GitHub workflow that the tool runs in, if it does: it takes lines that begin with two colons for commands, a
 * learner's as well as ours.
 *
 * @param environment says whether it is one, and where its summary is
 * @param out the log
 */
public record WorkflowLog(Map<String, String> environment, PrintWriter out) {

    /** Whoever prints after us, on this machine. */
    public static WorkflowLog here(PrintWriter out) {
        return new WorkflowLog(System.getenv(), out);
    }

    private boolean isOne() {
        return "true".equals(environment.get("GITHUB_ACTIONS"));
    }

    /** Does something that prints; no line of that is a command. */
    public <T> T withoutCommands(Supplier<T> work) {
        if (!isOne()) {
            return work.get();
        }
        String end = UUID.randomUUID().toString();
        out.println("::stop-commands::" + end);
        try {
            return work.get();
        } finally {
            out.println("::" + end + "::");
        }
    }

    /**
     * Adds the result to the summary of the workflow's step, and marks compile errors in the files.
     *
     * @param results as they may be told
     * @param names see {@link Annotations}
     * @throws edgecraft.workshop.MachineFault if the summary can't be written
     */
    public void tell(List<ModuleResult> results, Map<String, String> names) {
        if (!isOne()) {
            return;
        }
        Annotations.of(results, names).forEach(out::println);
        String summary = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (!summary.isEmpty()) {
            append(Path.of(summary), StepSummary.of(results));
        }
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw Workspace.unwritable(file, e);
        }
    }
}
