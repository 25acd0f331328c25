package edgecraft.workshop.judge;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.stage.Compilation;
import edgecraft.workshop.subject.SubjectOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the subjects of a module are started. */
final class Subjects {

    private Subjects() {}

    static SubjectOptions options(
            Workspace workspace,
            ModuleSpec module,
            Path source,
            Compilation compiled,
            Path temporary,
            JudgeOptions options) {
        List<Path> classes = new ArrayList<>(List.of(compiled.classes()));
        if (!module.resources().isEmpty()) {
            classes.add(source.resolve("src/main/resources"));
        }
        return new SubjectOptions(
                workspace.subjectClassPath(module.module()),
                classes,
                SubjectOptions.ORDINARY_HEAP,
                workspace.lib().resolve("subject").resolve(module.module() + ".jsa"),
                options.record(),
                temporary,
                List.of(),
                options.stay(),
                options.debugPort(),
                options.isolation().sandbox());
    }
}
