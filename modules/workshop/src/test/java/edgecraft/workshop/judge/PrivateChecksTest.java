package edgecraft.workshop.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Samples;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.check.Pace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.ModuleSpec.StepSpec;
import edgecraft.workshop.sample.ClockScene;
import edgecraft.workshop.sample.SampleSubjects;
import edgecraft.workshop.sample.TellsTheTime;
import edgecraft.workshop.subject.SubjectPool;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateChecksTest {

    private static final Path GUIDE = Path.of("../../solutions/README.md");

    private static final String OF_CLOCKS = """
            package school;

            import static edgecraft.fixtures.Expect.assertThat;

            import edgecraft.fixtures.Viewer;
            import edgecraft.workshop.check.Check;
            import edgecraft.workshop.check.Step;

            @Step("9.100")
            class ClockChecks {
                @Check(id = "answers", title = "it answers", reference = "none")
                void answers(Viewer viewer) {
                    assertThat(viewer.get("/")).hasStatus(200);
                }

                @Check(id = "rings", title = "it rings", reference = "none")
                void rings(Viewer viewer) {
                    assertThat(viewer.get("/")).hasStatus(204);
                }
            }
            """;

    private static final String LIST = """
            contract: 1
            steps:
              - {id: "9.100", title: Clocks, points: 10, checks: [answers, rings]}
            """;

    @TempDir
    Path scratch;

    @Test
    void the_example_in_the_guide_compiles_and_is_a_step_of_module_1() throws IOException {
        PrivateChecks checks = PrivateChecks.in(jar(block("java"), block("yaml")));

        Course course = checks.beside(Course.in(Workspace.of(Path.of("../.."))));

        ModuleSpec origin = course.module("1");
        StepSpec own = origin.step("1.100").orElseThrow();
        assertThat(own.checkIds()).containsExactly("1.100/umlaut");
        assertThat(own.needs()).containsExactly("1.1/exact-bytes");
        assertThat(own.bonus()).isTrue();
        assertThat(checks.classes(origin)).extracting(Class::getName).containsExactly("school.OwnChecks");
        assertThat(checks.classes(course.module("2"))).isEmpty();
        assertThat(course.module("2").steps()).noneMatch(step -> ModuleSpec.isPrivate(step.id()));
    }

    @Test
    void they_are_judged_as_all_others_are() throws IOException {
        PrivateChecks checks = PrivateChecks.in(jar(OF_CLOCKS, LIST));
        ModuleSpec module = checks.beside(Course.of(List.of(clock()))).module("9");
        try (Buckets buckets = Buckets.none();
                SubjectPool subjects = new SubjectPool(SampleSubjects.in(scratch));
                Probe probe = new Probe(
                        module,
                        CheckCatalog.of(module, checks),
                        subjects,
                        buckets.of(module).server(),
                        JudgeOptions.ordinary(1),
                        scratch.resolve("logs"),
                        ClockJump::watch,
                        new PaceWatch(Pace.ORDINARY, () -> Pace.ORDINARY))) {
            assertThat(probe.run(List.of("9.100/answers", "9.100/rings")))
                    .extracting(CheckResult::verdict)
                    .containsExactly(Verdict.PASSED, Verdict.FAILED);
        }
    }

    @Test
    void what_is_listed_and_what_is_there_must_be_the_same() throws IOException {
        Path jar = jar(OF_CLOCKS, LIST.replace("rings", "strikes"));
        assertMisuse(
                jar,
                "the checks in " + jar
                        + " are not those that its edgecraft-checks.yaml lists: [9.100/rings, 9.100/strikes].");
    }

    @Test
    void a_step_of_a_module_has_its_checks_and_no_others() throws IOException {
        Path jar = jar(OF_CLOCKS.replace("9.100", "9.1"), LIST.replace("9.100", "9.1"));
        assertMisuse(
                jar,
                "step 9.1 in " + jar
                        + " is none: steps of your own have numbers from 100 on, such as 1.101, points that"
                        + " are not negative, and checks.");
    }

    @Test
    void a_jar_for_another_contract_is_refused() throws IOException {
        Path jar = jar(OF_CLOCKS, LIST.replace("contract: 1", "contract: 7"));
        assertMisuse(
                jar,
                jar
                        + " was made for contract 7; this kit is contract 1. Compile the checks against this edition, and say"
                        + " so in edgecraft-checks.yaml.");
    }

    @Test
    void a_jar_without_a_list_and_what_is_no_jar_are_refused() throws IOException {
        Path jar = pack(scratch.resolve("empty.jar"), Map.of());
        assertMisuse(
                jar,
                jar + " has no edgecraft-checks.yaml in it. Private checks are explained in the instructor's guide.");
        assertThatThrownBy(() -> PrivateChecks.in(scratch.resolve("missing.jar")))
                .isInstanceOf(Misuse.class)
                .hasMessageStartingWith("can't read " + scratch.resolve("missing.jar"));
    }

    @Test
    void a_gate_or_a_module_that_is_not_there_is_refused() throws IOException {
        PrivateChecks checks =
                PrivateChecks.in(jar(OF_CLOCKS, LIST.replace("points: 10", "points: 10, needs: [9.1/no]")));
        assertThatThrownBy(() -> checks.beside(Samples.course()))
                .isInstanceOf(Misuse.class)
                .hasMessage("a step needs 9.1/no, and module 9-sample has no such check.");
        assertThatThrownBy(() -> checks.beside(Course.of(List.of())))
                .isInstanceOf(Misuse.class)
                .hasMessageStartingWith("there is no module 9;");
    }

    private static void assertMisuse(Path jar, String message) {
        assertThatThrownBy(() -> PrivateChecks.in(jar))
                .isInstanceOf(Misuse.class)
                .hasMessage(message);
    }

    private static ModuleSpec clock() {
        ModuleSpec sample = Samples.withoutBucket();
        return new ModuleSpec(
                1,
                "9-clock",
                "Clock",
                "edgecraft.workshop.sample",
                TellsTheTime.class.getName(),
                sample.settings(),
                // Its package has checks of other steps, but nothing is asked of them.
                ClockScene.class.getName(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new StepSpec(
                                "9.1",
                                "Heaps",
                                false,
                                1,
                                List.of(),
                                List.of("ordinary", "little", "consequence", "port", "link")),
                        new StepSpec(
                                "9.2",
                                "Time",
                                false,
                                1,
                                List.of(),
                                List.of("together", "late", "stopped", "origin", "no-bucket", "late-answer")),
                        new StepSpec("9.3", "Names", false, 1, List.of(), List.of("asked"))));
    }

    /** The one block of code in this language in the guide. */
    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private Path jar(String source, String list) throws IOException {
        Matcher named = Pattern.compile("class (\\w+)").matcher(source);
        assertThat(named.find()).isTrue();
        Path file = Files.writeString(scratch.resolve(named.group(1) + ".java"), source);
        Path classes = Files.createDirectories(scratch.resolve("classes"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-encoding",
                        "UTF-8",
                        "-parameters",
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(status).isZero();
        String compiled = "school/" + named.group(1) + ".class";
        return pack(
                scratch.resolve("own.jar"),
                Map.of(
                        compiled,
                        Files.readAllBytes(classes.resolve(compiled)),
                        PrivateChecksJar.LIST,
                        list.getBytes(StandardCharsets.UTF_8)));
    }

    private static Path pack(Path jar, Map<String, byte[]> files) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path packed = zip.getPath("/" + file.getKey());
                Files.createDirectories(packed.getParent());
                Files.write(packed, file.getValue());
            }
        }
        return jar;
    }
}
