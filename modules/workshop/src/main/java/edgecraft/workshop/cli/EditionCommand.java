package edgecraft.workshop.cli;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.audit.Proven;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.edition.EditionBuild;
import edgecraft.workshop.edition.EditionMaker;
import edgecraft.workshop.edition.GradescopeZip;
import edgecraft.workshop.sandbox.Requirements;
import edgecraft.workshop.subject.Runs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes what learners are given. */
@Command(
        name = "edition",
        mixinStandardHelpOptions = true,
        description = {
            "For instructors: make the learners' edition of the last commit, without the solutions and without the sources of"
                    + " the judge, as a directory and as a zip.",
            "The commit must be proven: an audit (./workshop audit) has found every case as it must be, with this tool and"
                    + " these solutions."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it was made",
            "2:it must not be made of this clone, and why",
            "3:the machine or the workshop is at fault"
        })
public final class EditionCommand implements Callable<Integer> {

    private static final int CASES_SHOWN = 5;

    private final Workspace workspace;
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "gets edgecraft-VERSION and edgecraft-VERSION.zip")
    private Path directory = Path.of("");

    @Option(names = "--unproven", description = "make it of a commit that no audit has proved; its name tells")
    private boolean unproven;

    @Option(names = "--gradescope", description = "also make a zip of it that Gradescope takes as an autograder")
    private boolean gradescope;

    public EditionCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<ModuleSpec> modules = Course.in(workspace).modules();
        modules.forEach(module -> Solutions.of(workspace, module));
        Path place = Runs.begin(workspace);
        try {
            terminal.out().println("Building the tool from the last commit …");
            EditionBuild build = EditionBuild.of(workspace, place.resolve("checkout"));
            if (!unproven) {
                build.mustBeTheToolThatRuns(workspace);
                mustBeProven(modules, place);
            }
            Path edition = EditionMaker.of(build.directory(), build.commit(), !unproven)
                    .write(directory.toAbsolutePath().normalize());
            terminal.out().println("The learners' edition is in " + edition + ", and in " + edition + ".zip.");
            if (gradescope) {
                Path zip = edition.resolveSibling(edition.getFileName() + "-gradescope.zip");
                new GradescopeZip(edition).write(zip);
                terminal.out().println("Gradescope's autograder is " + zip + ".");
            }
            terminal.out()
                    .println("Next: solutions/"
                            + (gradescope ? "GRADING.md, \"Gradescope\"." : "README.md, \"Handing it out\"."));
            return 0;
        } finally {
            Workspace.delete(place);
        }
    }

    private void mustBeProven(List<ModuleSpec> modules, Path place) {
        boolean sandbox = Requirements.missing(place).isEmpty();
        List<String> open = new ArrayList<>();
        for (ModuleSpec module : modules) {
            new Proven(workspace).open(module, sandbox).forEach(known -> open.add(module.module() + " " + known));
        }
        if (!open.isEmpty()) {
            throw new Misuse("this commit is not proven: of " + open.size()
                    + " cases no audit has found that they are as"
                    + " they must be (" + String.join(", ", open.subList(0, Math.min(CASES_SHOWN, open.size())))
                    + (open.size() > CASES_SHOWN ? ", …" : "") + ").\n"
                    + "Run ./workshop audit, which goes on where it ended, then this again; or make an edition whose name"
                    + " tells, with --unproven.");
        }
    }
}
