package edgecraft.workshop.cli;

import edgecraft.fixtures.BucketServer;
import edgecraft.fixtures.BucketUnavailableException;
import edgecraft.workshop.Machine;
import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Version;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.sandbox.Requirements;
import edgecraft.workshop.stage.Pristine;
import edgecraft.workshop.subject.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether this machine is ready. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Is this machine ready? Says what is missing and what to do about it.")
public final class DoctorCommand implements Callable<Integer> {

    private static final long LEAST_DISK = 500L << 20;

    private final Workspace workspace;
    private final Terminal terminal;
    private boolean healthy = true;

    @Option(names = "--minio", description = "also try to start MinIO in a container, for --bucket minio")
    private boolean minio;

    @Option(names = "--sandbox", description = "also see whether code can be kept in a sandbox, for check --sandbox")
    private boolean sandbox;

    public DoctorCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().println(Version.text());
        look("Java " + Runtime.version() + " in " + System.getProperty("java.home"), this::compiler);
        look("files can be written to " + workspace.state(), this::writable);
        look("servers can listen on 127.0.0.1, with files and threads enough", Machine::mustBeFit);
        look("starters and given files are there", this::pristine);
        look("an embedded S3 bucket starts", () -> BucketServer.embedded().close());
        if (minio) {
            look(
                    "MinIO starts from " + BucketServer.defaultImage(),
                    () -> BucketServer.minio(BucketServer.defaultImage()).close());
        }
        if (sandbox) {
            look("a sandbox can be made", this::sandbox);
        }
        terminal.out()
                .println(
                        healthy
                                ? "This machine is ready."
                                        + (minio ? "" : " (Docker was not looked for; --minio does.)")
                                : "Mend what is marked, then run ./workshop doctor again.");
        return healthy ? 0 : 3;
    }

    private void look(String fact, Runnable probe) {
        try {
            probe.run();
            terminal.out().println(terminal.style().green("  ✔ ") + fact);
        } catch (MachineFault | BucketUnavailableException fault) {
            healthy = false;
            terminal.out().println(terminal.style().red("  ✘ ") + fact);
            String.valueOf(fault.getMessage())
                    .lines()
                    .forEach(line -> terminal.out().println("      " + line));
        }
    }

    private void compiler() {
        if (ToolProvider.getSystemJavaCompiler() == null) {
            throw new MachineFault("this Java has no compiler: it is a JRE.", "Install a JDK 17 or later.");
        }
    }

    private void sandbox() {
        Path scratch = Runs.begin(workspace);
        try {
            Requirements.missing(scratch).ifPresent(missing -> {
                throw missing;
            });
        } finally {
            Workspace.delete(scratch);
        }
    }

    private void writable() {
        Path probe = Runs.begin(workspace);
        try {
            Files.writeString(probe.resolve("probe"), "probe");
            if (Files.getFileStore(probe).getUsableSpace() < LEAST_DISK) {
                throw new MachineFault("less than 500 MiB of disk are free.", "Make room on the disk.");
            }
        } catch (IOException e) {
            throw Workspace.unwritable(probe, e);
        } finally {
            Workspace.delete(probe);
        }
    }

    private void pristine() {
        Course.in(workspace);
        Pristine.modules().forEach(module -> {
            Pristine pristine = new Pristine(workspace, module);
            pristine.files().forEach(pristine::file);
        });
    }
}
