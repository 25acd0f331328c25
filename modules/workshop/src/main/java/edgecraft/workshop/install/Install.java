package edgecraft.workshop.install;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.WholeFile;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.edition.Edition;
import edgecraft.workshop.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts a freshly built tool into {@code .edgecraft/lib}: every library is compared with the lock first, and nothing of theirs
 * has run by then. Called by the launcher, with nothing on the class path but the workshop's own jar.
 */
public final class Install {

    private Install() {}

    /**
     * Installs, and exits 3 with a message if that can't be done.
     *
     * @param arguments the top of the clone
     */
    public static void main(String[] arguments) {
        try {
            install(Workspace.of(Path.of(arguments[0])));
        } catch (MachineFault fault) {
            System.err.println(fault.getMessage());
            System.exit(3);
        }
    }

    private static void install(Workspace workspace) {
        Path fresh = workspace.state().resolve("lib.new");
        Workspace.delete(fresh);
        Libraries.judge(workspace.root(), fresh);
        Libraries.checks(workspace.root(), fresh);
        Libraries.subjects(workspace.root(), fresh);
        Path edition = workspace.root().resolve(Edition.LIST);
        if (Files.isRegularFile(edition)) {
            // Last: the launcher compares it, and installs anew when it is another.
            Stage.copy(edition, fresh.resolve(edition.getFileName()));
        }
        swap(fresh, workspace.lib());
        JudgeArguments arguments = JudgeArguments.of(workspace);
        arguments.write();
        Archives.make(workspace, arguments);
        arguments.write();
        WholeFile.write(workspace.lib().resolve("built"), "");
    }

    /** Whole directories change places: a tool that is running keeps the files it has open. */
    private static void swap(Path fresh, Path place) {
        Path old = place.resolveSibling("lib.old");
        Workspace.delete(old);
        try {
            if (Files.exists(place)) {
                Files.move(place, old);
            }
            Files.move(fresh, place);
        } catch (IOException e) {
            throw Workspace.unwritable(place, e);
        }
        Workspace.delete(old);
    }
}
