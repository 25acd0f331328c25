package edgecraft.workshop.cli;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.check.CheckRun;
import edgecraft.workshop.check.Scene;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.judge.Buckets;
import edgecraft.workshop.judge.Judge;
import edgecraft.workshop.judge.Judge.Prepared;
import edgecraft.workshop.judge.JudgeOptions;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.Scenes;
import edgecraft.workshop.report.ConsoleReport;
import edgecraft.workshop.report.Style;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Leaves the learner's server running, with its fixtures, to be asked by hand. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Run your server with what belongs around it, and print curl lines to try.",
            "While it runs, type: clock +6s (moves its time), origin (what it has cost, where there is one), stop (or Ctrl-C)."
        })
public final class ServeCommand implements Callable<Integer> {

    private final Workspace workspace;
    private final Terminal terminal;

    @Parameters(paramLabel = "MODULE", description = "for example 1")
    private String module = "";

    @Option(
            names = "--like",
            paramLabel = "CHECK",
            description = "with what this check leaves around it and the settings it uses")
    private @Nullable String like;

    @Option(
            names = "--in-front-of",
            paramLabel = "URL",
            description = "with another server of yours behind it, for example http://127.0.0.1:8080")
    private @Nullable URI behind;

    @Mixin
    private BucketOption bucket = new BucketOption();

    @Mixin
    private SeedOption seed = new SeedOption();

    public ServeCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Course course = Course.in(workspace);
        ModuleSpec spec = course.module(module);
        Selection selection = like == null ? Selection.all(spec) : Selection.of(course, like);
        if (like != null && (!like.contains("/") || !selection.module().equals(spec))) {
            throw new Misuse("--like takes one check of module " + module + ", for example "
                    + spec.checkIds().get(0) + ", not " + like + ".");
        }
        if (like != null && behind != null) {
            throw new Misuse("--like has its own servers behind yours: leave out --in-front-of.");
        }
        if (behind != null
                && (!"http".equals(behind.getScheme())
                        || behind.getHost() == null
                        || !behind.getPath().isEmpty())) {
            throw new Misuse("--in-front-of takes where a server listens, for example http://127.0.0.1:8080, not "
                    + behind + ".");
        }
        try (Buckets buckets = bucket.openFor(List.of(spec))) {
            return new Judge(workspace, buckets)
                    .with(
                            spec,
                            List.of(workspace.module(spec.module())),
                            JudgeOptions.ordinary(seed.get()).withoutGates().staying(),
                            prepared -> serve(prepared, selection));
        }
    }

    private int serve(Prepared prepared, Selection selection) {
        PrintWriter out = terminal.out();
        if (!(prepared instanceof Prepared.Ready ready)) {
            ModuleResult result = prepared.judge(selection);
            new ConsoleReport(out, terminal.style(), workspace.root()).print(result);
            return result.exitCode();
        }
        try {
            Scene<?> scene = Scenes.of(ready.module());
            CheckRun run = like == null ? furnished(ready, scene) : rehearsed(ready, selection);
            Prompt prompt =
                    new Prompt(run.instance(), () -> behind == null ? scene.figures(run.fixtures()) : Optional.empty());
            explain(run, prompt);
            obey(prompt);
            return 0;
        } catch (AssertionError noServer) {
            out.println(Style.harmless(String.valueOf(noServer.getMessage())));
            return 1;
        }
    }

    private void explain(CheckRun run, Prompt prompt) {
        PrintWriter out = terminal.out();
        out.println();
        out.println("Your server   " + run.instance().uri());
        run.explain().forEach(out::println);
        out.println("What your server prints comes here, behind a bar. After a change: stop, and serve again.");
        out.println(prompt.invitation());
    }

    private CheckRun furnished(Prepared.Ready ready, Scene<?> scene) {
        CheckRun run = ready.beginNothing();
        if (behind != null) {
            if (!run.putInFrontOf(behind)) {
                throw new Misuse("Nothing else can be put behind the server of "
                        + ready.module().module() + ": leave out --in-front-of.");
            }
            return run;
        }
        List<String> targets = scene.furnish(run.fixtures());
        terminal.out().println("Try");
        targets.forEach(target -> terminal.out()
                .println("  curl -i --path-as-is '" + run.instance().uri() + target + "'"));
        return run;
    }

    private CheckRun rehearsed(Prepared.Ready ready, Selection selection) {
        ModuleResult result = ready.judge(selection);
        new ConsoleReport(terminal.out(), terminal.style(), workspace.root()).print(result);
        CheckRun run = ready.latest(selection.checks().get(0));
        terminal.out().println("Ask the same by hand");
        ByHand.lines(
                        run.fixtures().conversation(),
                        run.instance().uri(),
                        run.instance().dns())
                .forEach(line -> terminal.out().println("  " + line));
        return run;
    }

    /** Without somebody at the keyboard it serves until it is ended from outside. */
    private void obey(Prompt prompt) {
        try {
            BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
                if (line.strip().equals("stop")) {
                    return;
                }
                terminal.out().println(prompt.answer(line.strip()));
            }
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
