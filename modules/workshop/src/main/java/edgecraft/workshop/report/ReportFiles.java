package edgecraft.workshop.report;

import edgecraft.workshop.WholeFile;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.judge.ModuleResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes results for machines: {@code report.json} and {@code junit.xml} a module; a total in {@code report.json}, and for
 * others {@code github-classroom.txt}, {@code result.json} (Classroom 50), {@code results.json} (Gradescope) and
 * {@code summary.md}.
 */
public final class ReportFiles {

    private final Path directory;
    private final Map<String, String> environment;

    /** @param directory where to write; made if it is not there */
    public ReportFiles(Path directory) {
        this(directory, System.getenv());
    }

    /** @param environment names whose result it is, where Classroom 50 runs the tool */
    ReportFiles(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /**
     * Writes everything.
     *
     * @param results as they may be told, see {@link Disclosure}
     * @throws edgecraft.workshop.MachineFault if it can't be written
     */
    public void write(List<ModuleResult> results) {
        for (ModuleResult result : results) {
            Path own = directory.resolve(result.module().module());
            WholeFile.write(own.resolve("report.json"), Json.file(ReportJson.module(result)));
            WholeFile.write(own.resolve("junit.xml"), JUnitXml.of(result));
        }
        write("report.json", Json.file(ReportJson.total(results)));
        write("github-classroom.txt", GitHubClassroom.of(results));
        write("results.json", Gradescope.of(results));
        write("summary.md", StepSummary.of(results));
        // One of an earlier run would be taken for this one's.
        Workspace.delete(directory.resolve("result.json"));
        new Classroom50(environment, Instant.now()).of(results).ifPresent(json -> write("result.json", json));
    }

    private void write(String name, String text) {
        WholeFile.write(directory.resolve(name), text);
    }
}
