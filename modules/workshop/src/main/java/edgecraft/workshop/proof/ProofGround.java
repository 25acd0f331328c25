package edgecraft.workshop.proof;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Yaml;
import edgecraft.workshop.install.Libraries;
import edgecraft.workshop.stage.Pristine;
import edgecraft.workshop.stage.Stage;
import edgecraft.workshop.stage.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a proof takes place: in the build of {@code solutions/N-topic}, with the subject's libraries as the tool would have
 * them, or in a clone, with those that the tool has.
 *
 * @param workspace the clone, with state of its own
 * @param module what is proved
 * @param pristine the module's starter and given files
 * @param starter the starter, laid out like the module
 */
public record ProofGround(Workspace workspace, ModuleSpec module, Pristine pristine, Path starter) {

    /** @param purpose keeps proofs that run in one build apart */
    static ProofGround of(String module, String purpose) {
        Path state = Path.of("target", purpose).toAbsolutePath();
        Workspace.delete(state);
        return of(Path.of("../..").toAbsolutePath().normalize(), state, module);
    }

    /**
     * @param root the clone
     * @param state where the proof may write
     */
    static ProofGround of(Path root, Path state, String module) {
        Workspace workspace = new Workspace(root, state, state.resolve("lib"));
        Libraries.subject(root, module, workspace.lib());
        Pristine pristine = new Pristine(workspace, module);
        return of(workspace, Yaml.read(pristine.file("exercise.yaml"), ModuleSpec.class), pristine);
    }

    /**
     * One in a clone.
     *
     * @param clone with the tool and the solutions
     * @param module what is proved
     * @param state an empty directory, so that the state of the clone stays as it is
     */
    public static ProofGround in(Workspace clone, ModuleSpec module, Path state) {
        Workspace workspace = new Workspace(clone.root(), state, clone.lib());
        Pristine kept = new Pristine(clone, module.module());
        Path store = state.resolve("pristine").resolve(module.module());
        kept.files().forEach(file -> Stage.copy(kept.file(file), store.resolve(file)));
        return of(workspace, module, new Pristine(workspace, module.module()));
    }

    private static ProofGround of(Workspace workspace, ModuleSpec module, Pristine pristine) {
        Path starter = Stage.starter(module, pristine, workspace.state().resolve("starter"));
        return new ProofGround(workspace, module, pristine, starter);
    }

    /** A new place for files that are made up on the way. */
    Path scratch(String name) {
        return workspace.state().resolve("scratch").resolve(name);
    }

    Submission reference() {
        return new Submission(module, workspace.solution(module.module()));
    }

    /** What is in a directory of the solution, sorted; files that explain it are left out. Nothing, if there is none. */
    List<Path> list(String directory) {
        Path listed = workspace.solution(module.module()).resolve(directory);
        if (!Files.isDirectory(listed)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(listed)) {
            return entries.filter(entry -> !entry.endsWith("README.md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Workspace.unwritable(listed, e);
        }
    }
}
