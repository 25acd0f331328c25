package edgecraft.workshop.cli;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.edition.Edition;
import edgecraft.workshop.edition.Parcel;
import edgecraft.workshop.edition.Update;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a newer edition in the place of this one. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description = {
            "Put a newer edition, a zip or a directory, in the place of this one. Your files and your progress stay. What you"
                    + " have changed beside them is moved aside, never deleted.",
            "Whatever ends it half way: the same command goes on."
        })
public final class UpdateCommand implements Callable<Integer> {

    private final Workspace workspace;
    private final Terminal terminal;

    @Parameters(paramLabel = "EDITION", description = "for example edgecraft-0.2.0.zip")
    private Path path = Path.of("");

    public UpdateCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Edition before = Edition.in(workspace.root())
                .orElseThrow(() -> new Misuse("this is no edition but a clone of the workshop: git pull updates it."));
        try (Parcel parcel = Parcel.open(path)) {
            Update update = new Update(workspace, Course.in(workspace), before, parcel.edition());
            update.apply();
            tell(before, parcel.edition(), update);
        }
        return 0;
    }

    private void tell(Edition before, Edition after, Update update) {
        terminal.out().println("This was " + before.name() + " and is " + after.name() + ".");
        terminal.out().println("Your files and your progress are as they were.");
        list(
                "You had changed these. They made room, and are in "
                        + workspace.root().relativize(update.aside()) + " now:",
                update.moved());
        list("The starter of these is another in the new edition. Yours stay:", update.kept());
        terminal.out().println("Next: ./workshop");
    }

    private void list(String fact, List<String> files) {
        if (!files.isEmpty()) {
            terminal.out().println(fact);
            files.forEach(file -> terminal.out().println("  " + file));
        }
    }
}
