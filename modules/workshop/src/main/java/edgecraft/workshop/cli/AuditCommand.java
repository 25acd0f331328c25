package edgecraft.workshop.cli;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.audit.Audit;
import edgecraft.workshop.audit.AuditFiles;
import edgecraft.workshop.audit.AuditOptions;
import edgecraft.workshop.audit.AuditText;
import edgecraft.workshop.audit.Findings;
import edgecraft.workshop.audit.Screen;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.judge.Buckets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves the judge. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "For authors: prove the judge of a module (1), or of all when left out. Every mistake must be caught by the check"
                    + " it names, every right answer get its points, and nothing else any; attacks on the judge must gain nothing.",
            "What is judged is kept, as long as the tool and the solutions stay as they are: an audit that was interrupted"
                    + " goes on with the same command."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything is as expected",
            "1:something is not, and is named",
            "2:the command was misused, or there are no solutions",
            "3:the machine or the workshop is at fault",
            "130:it was interrupted"
        })
public final class AuditCommand implements Callable<Integer> {

    private static final int MOST_JOBS = 32;

    private final Workspace workspace;
    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "MODULE", description = "for example 1")
    private List<String> modules = List.of();

    @Option(
            names = "--case",
            paramLabel = "NAME",
            description = "only these: reference, accepted/own-signature, mistake/304*, cheat/*; * stands for anything")
    private List<String> cases = List.of();

    @Option(names = "--matrix", description = "ask every check about every mistake, and not only the one that it names")
    private boolean matrix;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "judge right answers N times with as many seeds, and say how steady their verdicts are")
    private int repeat = 1;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "single checks at once (default: twice as many as there are processors); whole modules: half")
    private int jobs = 2 * Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "other names and bytes (default: ${DEFAULT-VALUE}, that of the proofs)",
            defaultValue = "" + AuditOptions.USUAL_SEED)
    private long seed = AuditOptions.USUAL_SEED;

    @Mixin
    private BucketOption bucket = new BucketOption();

    @Option(names = "--report", paramLabel = "DIR", description = "also write DIR/audit.md and DIR/audit.json")
    private @Nullable Path report;

    @Option(names = "--fresh", description = "judge again what is kept of an earlier audit")
    private boolean fresh;

    @Option(names = "--show", description = "judge again, and show for each case what check would print")
    private boolean show;

    public AuditCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (jobs < 1 || jobs > MOST_JOBS || repeat < 1) {
            throw new Misuse("--jobs takes 1 to " + MOST_JOBS + ", --repeat 1 or more.");
        }
        Course course = Course.in(workspace);
        List<ModuleSpec> asked = modules.isEmpty()
                ? course.modules()
                : modules.stream().distinct().map(course::module).toList();
        asked.forEach(module -> Solutions.of(workspace, module));
        List<Findings> findings = resumable(asked);
        new AuditText(terminal.style()).lines(findings).forEach(terminal.out()::println);
        if (report != null) {
            new AuditFiles(report).write(findings);
        }
        return findings.stream().allMatch(Findings::hold) ? 0 : 1;
    }

    /** Whoever ends it is told how to go on; the JVM itself exits with 130 on Ctrl-C. */
    private List<Findings> resumable(List<ModuleSpec> asked) {
        try (Buckets buckets = bucket.openFor(asked)) {
            AuditOptions options = new AuditOptions(cases, matrix, repeat, jobs, seed, fresh || show);
            Screen screen =
                    new Screen(terminal.out(), terminal.style(), Boolean.getBoolean("edgecraft.terminal"), show);
            Audit audit = new Audit(workspace, buckets, options, screen);
            Thread hook = new Thread(() -> interrupted(audit), "edgecraft-audit-interrupted");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                return audit.run(asked);
            } catch (MachineFault fault) {
                tellHowToGoOn();
                throw fault;
            } finally {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    private void interrupted(Audit audit) {
        audit.interrupt();
        terminal.err().println();
        tellHowToGoOn();
    }

    private void tellHowToGoOn() {
        String words = spec == null
                ? ""
                : spec.commandLine().getParseResult().originalArgs().stream()
                        .filter(word -> !word.equals("--fresh"))
                        .map(word -> word.contains("*") ? "'" + word + "'" : word)
                        .collect(Collectors.joining(" "));
        terminal.err().println("What was judged is kept. To go on: ./workshop " + words);
    }
}
