package edgecraft.workshop.cli;

import edgecraft.workshop.ExitCode;
import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.judge.Buckets;
import edgecraft.workshop.judge.JudgeOptions;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.report.ReportFiles;
import edgecraft.workshop.report.WorkflowLog;
import edgecraft.workshop.sandbox.Isolation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grades modules, steps or checks. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Grade a module (1), a step (1.2) or one check (1.2/root-object); everything when left out.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all core checks that were asked for passed",
            "1:a check failed, or the code does not compile",
            "2:the command was misused",
            "3:the machine or the workshop is at fault; there is no score"
        })
public final class CheckCommand implements Callable<Integer> {

    /** Where debuggers look first; another one if it is taken. */
    private static final int USUAL_DEBUG_PORT = 5005;

    private final Workspace workspace;
    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "WHAT", description = "for example 1, 1.2 or 1.2/root-object")
    private List<String> what = List.of();

    @Mixin
    private BucketOption bucket = new BucketOption();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Mixin
    private ChecksOption checks = new ChecksOption();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "also write the result there: report.json, and what GitHub Classroom, Classroom 50, Gradescope and people"
                            + " read; report.json and junit.xml for each module")
    private @Nullable Path report;

    @Option(
            names = "--debug",
            description =
                    "wait for a debugger on a port that is printed, one check at a time, no deadlines; not graded")
    private boolean debug;

    public CheckCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Selection> selections = Selection.of(checks.get().beside(Course.in(workspace)), what);
        if (debug && sandbox.isWanted()) {
            throw new Misuse("No debugger gets into a sandbox: leave out --debug or --sandbox.");
        }
        if (bucket.isContainer() && sandbox.isWanted()) {
            throw new Misuse(SandboxOption.NO_CONTAINER);
        }
        WorkflowLog log = WorkflowLog.here(terminal.out());
        return sandbox.isolate(
                workspace,
                isolation -> report == null
                        ? exitCode(check(selections, isolation))
                        : tell(log, report, log.withoutCommands(() -> check(selections, isolation))));
    }

    private static int tell(WorkflowLog log, Path report, List<ModuleResult> results) {
        new ReportFiles(report).write(results);
        log.tell(results, Map.of());
        return exitCode(results);
    }

    private static int exitCode(List<ModuleResult> results) {
        return ExitCode.ofWorst(results, ModuleResult::exitCode);
    }

    private List<ModuleResult> check(List<Selection> selections, Isolation isolation) {
        try (Buckets buckets =
                bucket.openFor(selections.stream().map(Selection::module).toList())) {
            return check(selections, buckets, options().isolated(isolation));
        }
    }

    private List<ModuleResult> check(List<Selection> selections, Buckets buckets, JudgeOptions options) {
        Grading grading = new Grading(workspace, terminal, buckets);
        List<ModuleResult> results = selections.stream()
                .map(selection -> grading.show(selection, options))
                .toList();
        if (debug) {
            terminal.out().println("not graded: this was a run for the debugger");
        } else {
            grading.conclude(selections, results);
        }
        return results;
    }

    private JudgeOptions options() {
        JudgeOptions ordinary = JudgeOptions.ordinary(seed.get()).with(checks.get());
        if (!debug) {
            return ordinary;
        }
        int port = freePort(USUAL_DEBUG_PORT);
        terminal.out()
                .println("Attach your debugger to 127.0.0.1:" + port
                        + ": your server's JVM waits for it, and so does each that follows. Ctrl-C ends the run.");
        return ordinary.debug(port);
    }

    private static int freePort(int wanted) {
        try (ServerSocket free = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException taken) {
            if (wanted == 0) {
                throw new MachineFault("no port is free on 127.0.0.1.", "Run ./workshop doctor.", taken);
            }
            return freePort(0);
        }
    }
}
