package edgecraft.workshop.cli;

import edgecraft.workshop.ExitCode;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.grade.Graded;
import edgecraft.workshop.grade.Grader;
import edgecraft.workshop.grade.Room;
import edgecraft.workshop.judge.Buckets;
import edgecraft.workshop.judge.JudgeOptions;
import edgecraft.workshop.report.Disclosure;
import edgecraft.workshop.report.WorkflowLog;
import edgecraft.workshop.sandbox.Isolation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grades what others handed in. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description = {
            "For instructors: grade submissions. Each is a directory, a zip or a git repository with a learner's clone, a"
                    + " module's directory, or only the learner's files; the modules in it are found by the files' packages.",
            "Everything else is taken from this clone, and what is ignored is said."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all core checks passed, of every submission",
            "1:a check failed, or something does not compile or can't be read",
            "2:the command was misused, or a submission is for another edition",
            "3:the machine or the workshop is at fault; where that is so there is no score"
        })
public final class GradeCommand implements Callable<Integer> {

    private final Workspace workspace;
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "a submission")
    private List<Path> paths = List.of();

    @Option(names = "--each", description = "each PATH is a directory of submissions, and every entry of it one")
    private boolean each;

    @Option(
            names = "--module",
            paramLabel = "N",
            description =
                    "grade this module, also where it is missing; may be repeated (default: those that are there)")
    private List<String> modules = List.of();

    @Option(
            names = "--commit",
            paramLabel = "C",
            description =
                    "of git repositories: grade this commit, branch or tag (default: what is there, HEAD if bare)")
    private @Nullable String commit;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "write the result files there; of several submissions into DIR/NAME, and DIR/gradebook.csv")
    private @Nullable Path report;

    @Option(
            names = "--disclose",
            paramLabel = "full|observed|verdict",
            description = "what is told of a check: all; what happened, not what was expected; only its verdict"
                    + " (default: ${DEFAULT-VALUE})",
            defaultValue = "full")
    private Disclosure disclosure = Disclosure.FULL;

    @Mixin
    private BucketOption bucket = new BucketOption();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private SandboxOption sandbox = SandboxOption.whereItWorks();

    @Mixin
    private ChecksOption checks = new ChecksOption();

    public GradeCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Course course = checks.get().beside(Course.in(workspace));
        List<ModuleSpec> asked = modules.stream().map(course::module).distinct().toList();
        Map<String, Path> room = Room.of(paths, each);
        WorkflowLog log = WorkflowLog.here(terminal.out());
        return sandbox.isolate(workspace, bucket, isolation -> {
            List<Graded> graded = log.withoutCommands(() -> grade(course, asked, room, isolation));
            graded.forEach(one -> log.tell(one.results(), one.names()));
            return ExitCode.ofWorst(graded, Graded::exitCode);
        });
    }

    /** Each is told as soon as it is graded: what was graded is kept, whatever happens to the next. */
    private List<Graded> grade(Course course, List<ModuleSpec> asked, Map<String, Path> room, Isolation isolation) {
        List<Graded> graded = new ArrayList<>();
        GradeReport told = new GradeReport(terminal, workspace.root(), disclosure, report);
        try (Buckets buckets = bucket.openFor(asked.isEmpty() ? course.modules() : asked)) {
            JudgeOptions options =
                    JudgeOptions.ordinary(seed.get()).with(checks.get()).isolated(isolation);
            Grader grader = new Grader(workspace, course, buckets, options);
            for (Map.Entry<String, Path> one : room.entrySet()) {
                graded.add(grader.grade(one.getKey(), one.getValue(), asked, commit)
                        .disclosed(disclosure));
                if (room.size() == 1 && !each) {
                    told.alone(graded.get(0));
                } else {
                    told.latest(graded);
                }
            }
        }
        return graded;
    }
}
