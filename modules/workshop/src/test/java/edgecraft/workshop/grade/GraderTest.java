package edgecraft.workshop.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.ModuleSpec.StepSpec;
import edgecraft.workshop.judge.Buckets;
import edgecraft.workshop.judge.JudgeOptions;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.sample.SampleSubjects;
import edgecraft.workshop.tiny.TinyScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Submissions of a module so small that they are judged for real. */
class GraderTest {

    private static final ModuleSpec TINY = new ModuleSpec(
            1,
            "9-tiny",
            "Tiny",
            "edgecraft.tiny",
            "edgecraft.tiny.Tiny",
            String.class.getName(),
            TinyScene.class.getName(),
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new StepSpec("9.1", "Answer", false, 10, List.of(), List.of("answers"))));

    private static final String SERVER = """
            package edgecraft.tiny;

            import edgecraft.kit.Exercise;
            import edgecraft.kit.Servers;
            import io.javalin.Javalin;

            public final class Tiny implements Exercise<String> {
                @Override
                public Javalin create(String settings) {
                    return Javalin.create(Servers.plain(
                            config -> Servers.handleEverything(config, ctx -> ctx.status(STATUS))));
                }
            }
            """;

    @TempDir
    Path root;

    private Workspace clone = Workspace.of(Path.of(""));
    private Path alice = Path.of("");

    @BeforeEach
    void a_clone_and_a_submission() throws IOException {
        clone = Workspace.of(root.resolve("clone"));
        alice = Files.createDirectory(root.resolve("alice"));
        listLibraries(clone.lib().resolve("subject/9-tiny/all.jar"));
    }

    /** Nothing is copied: the JAR only says where they are. */
    private static void listLibraries(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        SampleSubjects.classPath().stream()
                                .map(library -> library.toUri().toString())
                                .collect(Collectors.joining(" ")));
        Workspace.directoryOf(jar);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    @Test
    void what_passes_is_0_what_fails_1_and_what_is_the_workshops_fault_3_and_no_score() throws IOException {
        write("Tiny.java", SERVER.replace("STATUS", "200"));
        Graded right = grade();
        assertThat(right.exitCode()).isZero();
        assertThat(right.results()).extracting(result -> result.points(false)).containsExactly(10);

        write("Tiny.java", SERVER.replace("STATUS", "404"));
        Graded wrong = grade();
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.outcome()).isEqualTo("failed");

        write("Tiny.java", SERVER.replace("STATUS", "418"));
        Graded broken = grade();
        assertThat(broken.exitCode()).isEqualTo(3);
        assertThat(broken.scored()).isFalse();
        assertThat(broken.outcome()).isEqualTo("broken");
    }

    @Test
    void what_does_not_compile_is_named_as_it_was_handed_in() throws IOException {
        write("homework/Tiny.java", "package edgecraft.tiny;\nclass Tiny {\n");
        Graded graded = grade();
        assertThat(graded.exitCode()).isEqualTo(1);
        assertThat(graded.reason()).startsWith("modules/9-tiny/src/main/java/edgecraft/tiny/Tiny.java:2: error:");
        assertThat(graded.names())
                .containsEntry("modules/9-tiny/src/main/java/edgecraft/tiny/Tiny.java", "homework/Tiny.java");
    }

    @Test
    void a_submission_without_the_module_is_worth_nothing_whether_it_was_asked_for_or_not() throws IOException {
        write("Other.java", "package elsewhere; class Other {}");
        for (List<ModuleSpec> asked : List.of(List.of(TINY), List.<ModuleSpec>of())) {
            Graded graded = grade(alice, asked, null);
            assertWorthNothing(graded, "error: no file of package edgecraft.tiny was handed in");
            assertThat(graded.results().get(0).notes())
                    .containsExactly("Other.java is none of the learner's files: ignored");
        }
    }

    @Test
    void a_damaged_zip_is_worth_nothing_and_that_is_its_owners_fault() throws IOException {
        Path zip = Files.write(root.resolve("bob.zip"), new byte[] {'P', 'K', 3, 4, 0});
        Graded graded = grade(zip, List.of(TINY), null);
        assertThat(graded.reason()).startsWith("error: the zip is damaged (");
        assertWorthNothing(graded, graded.reason());
    }

    @Test
    void a_commit_that_is_not_there_is_worth_nothing() throws IOException {
        write("Tiny.java", SERVER);
        assertWorthNothing(
                grade(alice, List.of(TINY), "handed-in"),
                "error: alice is no git repository of its own, and so has no commit handed-in; name the directory that .git"
                        + " is in");
    }

    @Test
    void what_is_for_another_edition_or_not_there_is_refused() throws IOException {
        write("modules/9-tiny/exercise.yaml", "contract: 2");
        Graded other = grade();
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.refusal()).startsWith("modules/9-tiny/exercise.yaml is of contract 2");
        assertThat(grade(root.resolve("nobody"), List.of(), null).exitCode()).isEqualTo(2);
    }

    private static void assertWorthNothing(Graded graded, String why) {
        assertThat(graded.exitCode()).isEqualTo(1);
        assertThat(graded.scored()).isTrue();
        assertThat(graded.reason()).isEqualTo(why);
        assertThat(graded.results())
                .extracting(ModuleResult::module, result -> result.points(false), result -> result.maxPoints(false))
                .containsExactly(tuple(TINY, 0, 10));
    }

    private Graded grade() {
        return grade(alice, List.of(), null);
    }

    private Graded grade(Path submission, List<ModuleSpec> asked, @Nullable String commit) {
        try (Buckets buckets = Buckets.none()) {
            return new Grader(clone, Course.of(List.of(TINY)), buckets, JudgeOptions.ordinary(1))
                    .grade("alice", submission, asked, commit);
        }
    }

    private void write(String name, String text) throws IOException {
        Workspace.directoryOf(alice.resolve(name));
        Files.writeString(alice.resolve(name), text);
    }
}
