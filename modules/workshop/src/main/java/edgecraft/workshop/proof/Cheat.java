package edgecraft.workshop.proof;

import com.fasterxml.jackson.annotation.JsonProperty;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.course.Yaml;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A submission that attacks the judge: a directory with its files, and a {@code cheat.yaml} that says what is to become of it.
 *
 * @param directory laid out like the module, but for {@value #FILE}
 * @param what what that file says
 */
public record Cheat(Path directory, What what) {

    private static final String FILE = "cheat.yaml";

    /** What a cheat's files are laid over. */
    public enum Over {
        /** The module as a learner finds it. */
        @JsonProperty("starter")
        STARTER,
        /** A right answer. */
        @JsonProperty("reference")
        REFERENCE
    }

    /**
     * What is said of a cheat.
     *
     * @param module the module it is handed in for
     * @param attack what it does, in a sentence
     * @param defence what stops it
     * @param over what its files are laid over
     * @param earns the points, core and bonus, that its honest part earns
     * @param exit the exit code of the command; 1 if the file says nothing
     * @param checks what is checked; the whole module if the file says nothing
     * @param says texts that the learner is told
     * @param silent texts that nobody is told
     * @param files files that a repository can't hold
     * @param needs {@code sandbox}, if nothing less stops it
     */
    public record What(
            String module,
            String attack,
            String defence,
            Over over,
            int earns,
            @Nullable Integer exit,
            @Nullable List<String> checks,
            @Nullable List<String> says,
            @Nullable List<String> silent,
            @Nullable List<Made> files,
            @Nullable String needs) {

        /** Everything that may be left out is empty then. */
        public What {
            exit = exit == null ? 1 : exit;
            checks = orEmpty(checks);
            says = orEmpty(says);
            silent = orEmpty(silent);
            files = orEmpty(files);
        }
    }

    /**
     * Files that are made for the occasion.
     *
     * @param file a name relative to the module; {@code %d} in it is the file's number
     * @param count how many; one if the file says nothing
     * @param before the beginning of their text; {@code %d} is the file's number
     * @param body what follows, again and again
     * @param times how often; {@code %d} in the body counts
     * @param after the end
     */
    public record Made(
            String file,
            @Nullable Integer count,
            @Nullable String before,
            @Nullable String body,
            int times,
            @Nullable String after) {

        void in(Path module) throws IOException {
            for (int i = 0; i < (count == null ? 1 : count); i++) {
                String number = Integer.toString(i);
                Path made = module.resolve(file.replace("%d", number));
                Workspace.directoryOf(made);
                try (Writer out = Files.newBufferedWriter(made)) {
                    out.write(orNothing(before).replace("%d", number));
                    for (int time = 0; time < times; time++) {
                        out.write(orNothing(body).replace("%d", Integer.toString(time)));
                    }
                    out.write(orNothing(after));
                }
            }
        }
    }

    /** Those on a shelf, by name; none if there is no shelf. */
    public static List<Cheat> shelf(Path shelf) {
        if (!Files.isDirectory(shelf)) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(shelf)) {
            return directories
                    .filter(directory -> Files.isRegularFile(directory.resolve(FILE)))
                    .sorted()
                    .map(directory -> new Cheat(directory, Yaml.read(directory.resolve(FILE), What.class)))
                    .toList();
        } catch (IOException e) {
            throw Workspace.unwritable(shelf, e);
        }
    }

    public String name() {
        return directory.getFileName().toString();
    }

    /** Whether nothing less than a sandbox stops it. */
    public boolean needsSandbox() {
        return "sandbox".equals(what.needs());
    }

    /** What is checked of it. */
    public Selection asked(ModuleSpec module) {
        List<String> asked = orEmpty(what.checks());
        Course course = Course.of(List.of(module));
        return asked.isEmpty()
                ? Selection.all(module)
                : new Selection(
                        module,
                        asked.stream()
                                .flatMap(each -> Selection.of(course, each).checks().stream())
                                .toList());
    }

    /** Lays its files over what a clone has of the module. */
    void lay(LearnersClone clone) {
        Path module = clone.workspace().module(what.module());
        clone.lay(directory, module, file -> !file.endsWith(FILE));
        try {
            for (Made made : orEmpty(what.files())) {
                made.in(module);
            }
        } catch (IOException e) {
            throw Workspace.unwritable(module, e);
        }
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
