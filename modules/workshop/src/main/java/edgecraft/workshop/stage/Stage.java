package edgecraft.workshop.stage;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.ModuleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeSet;

/**
 * Lays files over files: the one operation behind check, reset and every proof. Given files always come from the pristine
 * store, a learner's from the layers, where a later layer covers an earlier one.
 */
public final class Stage {

    private Stage() {}

    /**
     * Fills a directory.
     *
     * @param module whose files
     * @param pristine where the given ones come from
     * @param layers directories in the layout of the module, lowest first
     * @param target an empty directory
     * @return the staged files, relative to the target, sorted
     */
    public static List<String> lay(ModuleSpec module, Pristine pristine, List<Path> layers, Path target) {
        TreeSet<String> staged = new TreeSet<>();
        for (String given : module.given()) {
            String file = module.packageDirectory() + "/" + given;
            copy(pristine.file(file), target.resolve(file));
            staged.add(file);
        }
        for (Path layer : layers) {
            for (String file : new Submission(module, layer).files()) {
                copy(layer.resolve(file), target.resolve(file));
                staged.add(file);
            }
        }
        return List.copyOf(staged);
    }

    /** Copies a file over another, making the directories on the way. */
    public static void copy(Path from, Path to) {
        try {
            Workspace.directoryOf(to);
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Workspace.unwritable(to, e);
        }
    }

    /** The starter of a module, laid out like the module, in a new directory. */
    public static Path starter(ModuleSpec module, Pristine pristine, Path target) {
        for (String file : pristine.files()) {
            copy(pristine.file(file), target.resolve(file));
        }
        return target;
    }
}
