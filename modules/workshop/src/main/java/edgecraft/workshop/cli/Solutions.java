package edgecraft.workshop.cli;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.ModuleSpec;
import java.nio.file.Files;
import java.nio.file.Path;

/** What learners are not given. */
final class Solutions {

    private Solutions() {}

    /**
     * The solution of a module.
     *
     * @throws Misuse if this is the learners' edition
     */
    static Path of(Workspace workspace, ModuleSpec module) {
        Path solution = workspace.solution(module.module());
        if (!Files.isDirectory(solution)) {
            throw new Misuse("the solutions are not part of this edition; ask whoever gave it to you.");
        }
        return solution;
    }
}
