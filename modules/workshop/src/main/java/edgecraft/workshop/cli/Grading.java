package edgecraft.workshop.cli;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Progress;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.judge.Buckets;
import edgecraft.workshop.judge.Judge;
import edgecraft.workshop.judge.JudgeOptions;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.report.ConsoleReport;
import edgecraft.workshop.report.Summary;
import java.util.List;

/** Judges what a learner has in the clone, shows what came of it, and keeps it. */
final class Grading {

    private final Workspace workspace;
    private final Terminal terminal;
    private final Judge judge;

    Grading(Workspace workspace, Terminal terminal, Buckets buckets) {
        this.workspace = workspace;
        this.terminal = terminal;
        this.judge = new Judge(workspace, buckets);
    }

    /** Judges and shows one module, or a part of it. */
    ModuleResult show(Selection selection, JudgeOptions options) {
        ModuleResult result = judge.judge(
                selection, List.of(workspace.module(selection.module().module())), options);
        new ConsoleReport(terminal.out(), terminal.style(), workspace.root()).print(result);
        return result;
    }

    /** Keeps the verdicts, and says how many points that makes and what is next. */
    void conclude(List<Selection> selections, List<ModuleResult> results) {
        Progress progress = new Progress(workspace);
        results.forEach(result -> progress.keep(result.verdicts()));
        new Summary(terminal.style()).of(selections, results).forEach(terminal.out()::println);
    }
}
