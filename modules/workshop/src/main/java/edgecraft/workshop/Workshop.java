package edgecraft.workshop;

import edgecraft.fixtures.BucketUnavailableException;
import edgecraft.workshop.cli.AuditCommand;
import edgecraft.workshop.cli.CheckCommand;
import edgecraft.workshop.cli.DoctorCommand;
import edgecraft.workshop.cli.EditionCommand;
import edgecraft.workshop.cli.GradeCommand;
import edgecraft.workshop.cli.HintCommand;
import edgecraft.workshop.cli.ResetCommand;
import edgecraft.workshop.cli.ServeCommand;
import edgecraft.workshop.cli.SlidesCommand;
import edgecraft.workshop.cli.SolutionCommand;
import edgecraft.workshop.cli.StatusCommand;
import edgecraft.workshop.cli.Terminal;
import edgecraft.workshop.cli.UpdateCommand;
import edgecraft.workshop.cli.WatchCommand;
import edgecraft.workshop.report.Style;
import edgecraft.workshop.sandbox.Enclosure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The entrance: {@code ./workshop}. */
public final class Workshop {

    private Workshop() {}

    /** Runs a command and ends the JVM with its exit code: 0, 1, 2 or 3. */
    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Style.detect());
        Workspace workspace = Workspace.of(Path.of(System.getProperty("edgecraft.root", ".")));
        System.exit(Enclosure.exitCode(run(workspace, terminal, arguments)));
    }

    /** Runs a command. */
    public static int run(Workspace workspace, Terminal terminal, String... arguments) {
        CommandLine line = line(workspace, terminal);
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError noMore) {
            terminal.err().println("the workshop got no more memory or threads: " + noMore.getMessage() + ".");
            terminal.err()
                    .println("Close other programs, or raise their limit (ulimit -u), then run the command again.");
            return 3;
        } catch (Error failed) {
            return explain(workspace, terminal, failed);
        }
    }

    /** All commands there are. */
    static CommandLine line(Workspace workspace, Terminal terminal) {
        CommandLine line = new CommandLine(new StatusCommand(workspace, terminal))
                .addSubcommand(new CheckCommand(workspace, terminal))
                .addSubcommand(new WatchCommand(workspace, terminal))
                .addSubcommand(new HintCommand(workspace, terminal))
                .addSubcommand(new ResetCommand(workspace, terminal))
                .addSubcommand(new ServeCommand(workspace, terminal))
                .addSubcommand(new DoctorCommand(workspace, terminal))
                .addSubcommand(new SolutionCommand(workspace, terminal))
                .addSubcommand(new SlidesCommand(workspace, terminal))
                .addSubcommand(new UpdateCommand(workspace, terminal))
                .addSubcommand(new GradeCommand(workspace, terminal))
                .addSubcommand(new AuditCommand(workspace, terminal))
                .addSubcommand(new EditionCommand(workspace, terminal))
                .addSubcommand(new CommandLine.HelpCommand());
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(terminal.style() == Style.COLOUR ? Ansi.ON : Ansi.OFF))
                .setExecutionExceptionHandler((thrown, command, parsed) -> explain(workspace, terminal, thrown));
    }

    private static int explain(Workspace workspace, Terminal terminal, Throwable thrown) {
        if (thrown instanceof Misuse) {
            terminal.err().println(thrown.getMessage());
            return 2;
        }
        if (thrown instanceof MachineFault || thrown instanceof BucketUnavailableException) {
            terminal.err().println(thrown.getMessage());
            return 3;
        }
        terminal.err().println("The workshop itself failed: " + thrown);
        terminal.err().println("That is not your code's fault. " + keep(workspace, thrown));
        return 3;
    }

    /** A stack trace is for whoever mends the workshop, not for the learner's screen. */
    private static String keep(Workspace workspace, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        Path file = workspace.logs().resolve("workshop.log");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, trace.toString());
            return "Please report it, with the file " + workspace.root().relativize(file) + ".";
        } catch (IOException unwritable) {
            return "Please report it, with this:\n" + trace;
        }
    }
}
