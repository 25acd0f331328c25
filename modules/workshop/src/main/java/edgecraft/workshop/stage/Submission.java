package edgecraft.workshop.stage;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.report.Abridged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A directory in the layout of a module, and which of its files are the learner's.
 *
 * @param module what the directory should hold
 * @param directory the learner's {@code modules/N-topic}, or another laid out like it
 */
public record Submission(ModuleSpec module, Path directory) {

    /** Far more than anybody writes, and few enough to be compiled. */
    private static final int MOST_FILES = 1_000;

    private static final int MOST_BYTES = 4 << 20;

    /** So many notes are read. */
    private static final int MOST_NOTES = 10;

    /** The learner's files, relative to the directory, with forward slashes. */
    public List<String> files() {
        return filesBelow("src/main").stream().filter(module::isLearners).toList();
    }

    /** Why nobody would compile this: there is too much of it. Nothing, if it is as large as answers are. */
    public List<String> excess() {
        List<String> files = files();
        if (files.size() > MOST_FILES) {
            return List.of("error: there are more than %,d files in %s%s; take out what does not belong there"
                    .formatted(MOST_FILES, module.directory(), module.packageDirectory()));
        }
        return files.stream().mapToLong(file -> size(directory.resolve(file))).sum() > MOST_BYTES
                ? List.of("error: your files are larger than %d MiB together; the largest is %s%s"
                        .formatted(MOST_BYTES >> 20, module.directory(), largest(files)))
                : List.of();
    }

    private String largest(List<String> files) {
        return Collections.max(files, Comparator.comparingLong(file -> size(directory.resolve(file))));
    }

    /** What the directory holds that has no effect, told to the learner: one sentence each, and how many more there are. */
    public List<String> ignored(Pristine pristine) {
        return Abridged.beginning(allIgnored(pristine), MOST_NOTES, "and %,d more files have no effect"::formatted);
    }

    private List<String> allIgnored(Pristine pristine) {
        Stream<String> edited = pristine.files().stream()
                .filter(module::isGiven)
                .filter(file -> isFile(directory.resolve(file)))
                .filter(file ->
                        size(directory.resolve(file)) > MOST_BYTES || !pristine.matches(file, directory.resolve(file)))
                .map(file -> module.directory() + file + " is given: your change to it is ignored");
        Stream<String> elsewhere = javaFiles("src/main/java").stream()
                .filter(file -> !file.startsWith(module.packageDirectory() + "/"))
                .map(file ->
                        module.directory() + file + " is outside the package " + module.packageName() + ": ignored");
        Stream<String> resources = filesBelow("src/main/resources").stream()
                .filter(file -> !module.resources().contains(file.substring("src/main/resources/".length())))
                .map(file -> module.directory() + file + " is a resource the module does not use: ignored");
        Stream<String> links =
                links("src/main").stream().map(link -> module.directory() + link + " is a symbolic link: ignored");
        return Stream.of(edited, elsewhere, resources, links)
                .flatMap(each -> each)
                .toList();
    }

    private List<String> javaFiles(String below) {
        return filesBelow(below).stream().filter(file -> file.endsWith(".java")).toList();
    }

    private List<String> filesBelow(String below) {
        return links(below).contains(below) ? List.of() : walk(below, Submission::isFile);
    }

    /** The links below a directory, or the one that leads there: what they lead to need not be the learner's. */
    private List<String> links(String below) {
        for (Path part = Path.of(below); part != null; part = part.getParent()) {
            if (Files.isSymbolicLink(directory.resolve(part))) {
                return List.of(below);
            }
        }
        return walk(below, Files::isSymbolicLink);
    }

    private List<String> walk(String below, Predicate<Path> which) {
        Path top = directory.resolve(below);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(which)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Workspace.unwritable(top, e);
        }
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw Workspace.unwritable(file, e);
        }
    }
}
