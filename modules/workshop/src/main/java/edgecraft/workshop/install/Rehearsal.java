package edgecraft.workshop.install;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.judge.Buckets;
import edgecraft.workshop.judge.Judge;
import edgecraft.workshop.judge.JudgeOptions;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.report.ConsoleReport;
import edgecraft.workshop.report.Style;
import edgecraft.workshop.stage.Pristine;
import edgecraft.workshop.stage.Stage;
import edgecraft.workshop.subject.Runs;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Checks pristine starters once, so that JVMs can record which classes that takes. */
public final class Rehearsal {

    private Rehearsal() {}

    /** @param arguments none */
    public static void main(String[] arguments) {
        Workspace workspace = Workspace.of(Path.of(System.getProperty("edgecraft.root")));
        Course.in(workspace).modules().forEach(module -> check(workspace, module));
        System.exit(0);
    }

    private static void check(Workspace workspace, ModuleSpec module) {
        Path run = Runs.begin(workspace);
        try (Buckets buckets = module.bucket() ? Buckets.embedded() : Buckets.none()) {
            Path starter = Stage.starter(module, new Pristine(workspace, module.module()), run);
            ModuleResult result = new Judge(workspace, buckets)
                    .judge(
                            Selection.all(module),
                            List.of(starter),
                            JudgeOptions.ordinary(1).withoutGates().recording());
            new ConsoleReport(new PrintWriter(System.out, true, StandardCharsets.UTF_8), Style.PLAIN, workspace.root())
                    .print(result);
        } finally {
            Workspace.delete(run);
        }
    }
}
