package edgecraft.workshop.stage;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.ModuleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory in the layout of a module, and which of its files are the learner's: every {@code .java} file in the module's
 * package or below that is not given, and the resources that the module lists.
 *
 * @param module what the directory should hold
 * @param directory the learner's {@code modules/N-topic}, or another laid out like it
 */
public record Submission(ModuleSpec module, Path directory) {

    /** The learner's files, relative to the directory, with forward slashes. */
    public List<String> files() {
        Stream<String> resources = module.resources().stream()
                .map(resource -> "src/main/resources/" + resource)
                .filter(resource -> Files.isRegularFile(directory.resolve(resource)));
        return Stream.concat(javaFiles(module.packageDirectory()).stream().filter(file -> !isGiven(file)), resources)
                .toList();
    }

    /** What the directory holds that has no effect, told to the learner: one sentence each. */
    public List<String> ignored(Pristine pristine) {
        Stream<String> edited = pristine.files().stream()
                .filter(this::isGiven)
                .filter(file -> Files.isRegularFile(directory.resolve(file)))
                .filter(file -> !pristine.matches(file, directory.resolve(file)))
                .map(file -> module.directory() + file + " is given: your change to it is ignored");
        Stream<String> elsewhere = javaFiles("src/main/java").stream()
                .filter(file -> !file.startsWith(module.packageDirectory() + "/"))
                .map(file ->
                        module.directory() + file + " is outside the package " + module.packageName() + ": ignored");
        Stream<String> resources = filesBelow("src/main/resources").stream()
                .filter(file -> !module.resources().contains(file.substring("src/main/resources/".length())))
                .map(file -> module.directory() + file + " is a resource the module does not use: ignored");
        return Stream.of(edited, elsewhere, resources).flatMap(each -> each).toList();
    }

    private boolean isGiven(String file) {
        String prefix = module.packageDirectory() + "/";
        return file.startsWith(prefix) && module.given().contains(file.substring(prefix.length()));
    }

    private List<String> javaFiles(String below) {
        return filesBelow(below).stream().filter(file -> file.endsWith(".java")).toList();
    }

    private List<String> filesBelow(String below) {
        Path top = directory.resolve(below);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Workspace.unwritable(top, e);
        }
    }
}
