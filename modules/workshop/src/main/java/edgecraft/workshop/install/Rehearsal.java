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
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Checks a pristine starter once, so that a JVM can record which classes that takes. */
public final class Rehearsal {

    private Rehearsal() {}

    /** @param arguments the module */
    public static void main(String[] arguments) {
        Workspace workspace = Workspace.of(Path.of(System.getProperty("edgecraft.root")));
        ModuleSpec module = Course.in(workspace).module(arguments[0]);
        Path run = workspace.newRun();
        try (Buckets buckets = Buckets.embedded()) {
            Path starter = Stage.starter(module, new Pristine(workspace, module.module()), run);
            ModuleResult result = new Judge(workspace, buckets)
                    .judge(
                            Selection.all(module),
                            List.of(starter),
                            JudgeOptions.ordinary(1).withoutGates());
            new ConsoleReport(new PrintWriter(System.out, true, StandardCharsets.UTF_8), Style.PLAIN, workspace.root())
                    .print(result);
        } finally {
            Workspace.delete(run);
        }
        System.exit(0);
    }
}
