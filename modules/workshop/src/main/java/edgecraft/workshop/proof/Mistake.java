package edgecraft.workshop.proof;

import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A wrong answer: one place of the reference, written as a learner might have.
 *
 * @param file relative to the module's directory
 * @param find a text that is there exactly once
 * @param replace what stands there instead
 * @param reason what is wrong about it
 * @param check the id of the check that must catch it
 */
record Mistake(String file, String find, String replace, String reason, String check) {

    static Mistake read(Path yaml) {
        return Yaml.read(yaml, Mistake.class);
    }

    /**
     * Sees that it belongs to a module.
     *
     * @throws IllegalArgumentException if the module has no such check, or if there is no reason
     */
    void demandIn(ModuleSpec module) {
        if (!module.checkIds().contains(check)) {
            throw new IllegalArgumentException("the check it names is none of " + module.module() + ": " + check);
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("it gives no reason");
        }
    }

    /**
     * Writes the wrong file below a directory.
     *
     * @throws IllegalArgumentException if the text is not in the reference exactly once
     */
    void apply(Path reference, Path target) {
        try {
            String right = Files.readString(reference.resolve(file));
            int first = right.indexOf(find);
            if (first < 0 || right.indexOf(find, first + 1) >= 0) {
                throw new IllegalArgumentException(
                        "the text to find is " + (first < 0 ? "not" : "more than once") + " in " + file + ": " + find);
            }
            Files.createDirectories(target.resolve(file).getParent());
            Files.writeString(target.resolve(file), right.replace(find, replace));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
