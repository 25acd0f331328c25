package edgecraft.workshop.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import edgecraft.fixtures.BucketServer;
import edgecraft.workshop.course.Hints;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.ModuleSpec.StepSpec;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.install.Manifests;
import edgecraft.workshop.judge.Buckets;
import edgecraft.workshop.judge.Judge;
import edgecraft.workshop.judge.JudgeOptions;
import edgecraft.workshop.stage.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Proves that a module judges right: what must fail fails for its reason, what must pass passes. A new module brings a
 * subclass with its name, and files.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleProof {

    private static final int CORE_POINTS = 100;

    /** Of the proofs: what happens in them happens again. */
    static final long SEED = 20_260_101;

    private final String name;
    private final List<Buckets> opened = new ArrayList<>();
    private final SideBySide sideBySide = new SideBySide();
    private ProofGround ground;
    private ModuleSpec module;
    private Cases cases;

    /** @param name the module's directory, for example {@code 1-origin} */
    @SuppressWarnings("NullAway.Init") // filled by prepare(), before any test
    protected ModuleProof(String name) {
        this.name = name;
    }

    @BeforeAll
    void prepare() {
        ground = ProofGround.of(name, "proof");
        module = ground.module();
        cases = new Cases(ground);
        opened.add(module.bucket() ? Buckets.embedded() : Buckets.none());
        if (module.bucket() && "required".equals(System.getenv("EDGECRAFT_MINIO"))) {
            opened.add(Buckets.minio(BucketServer.defaultImage()));
        }
        // The class archive that the tool records when it is installed: hundreds of JVMs are started below.
        Judge.withoutLogs(ground.workspace(), ordinary())
                .judge(
                        Selection.all(module),
                        List.of(ground.starter()),
                        JudgeOptions.ordinary(SEED).withoutGates().recording());
    }

    @AfterAll
    void cleanUp() {
        sideBySide.close();
        opened.forEach(Buckets::close);
    }

    @Test
    void the_manifest_names_the_starter_and_given_files_as_they_are() {
        Map<String, String> there =
                Manifests.pristine(ground.workspace().module(name)).hashes();
        Map<String, String> published = new TreeMap<>();
        ground.pristine().files().forEach(file -> published.put(file, there.getOrDefault(file, "missing")));
        assertThat(there)
                .as("files of modules/%s; after a change on purpose see .github/CONTRIBUTING.md", name)
                .isEqualTo(published);
        there.keySet()
                .forEach(file -> assertThat(ground.workspace().module(name).resolve(file))
                        .as("changed since the manifest was written")
                        .hasSameBinaryContentAs(ground.pristine().file(file)));
    }

    @Test
    void every_step_has_a_hint_in_three_parts_a_lesson_section_and_enough_checks() throws IOException {
        String lesson = Files.readString(ground.workspace().module(name).resolve("README.md"));
        for (StepSpec step : module.steps()) {
            assertThat(Hints.of(ground.workspace().module(name).resolve("HINTS.md"), step.id()))
                    .as("parts of hint %s", step.id())
                    .hasSize(3);
            assertThat(lesson).contains("## " + step.name());
            assertThat(step.checks()).as("checks of %s", step.id()).hasSizeBetween(2, 14);
            assertThat(step.needs()).as("gates of %s", step.id()).hasSizeLessThanOrEqualTo(2);
            assertThat(module.checkIds()).containsAll(step.needs());
        }
        assertThat(module.steps().stream()
                        .filter(step -> !step.bonus())
                        .mapToInt(StepSpec::points)
                        .sum())
                .as("core points")
                .isEqualTo(CORE_POINTS);
    }

    @Test
    void the_pom_and_the_exercise_name_the_same_libraries() throws Exception {
        assertThat(Poms.libraries(ground.workspace().module(name).resolve("pom.xml")))
                .isEqualTo(module.libraries().stream()
                        .filter(library -> !library.equals("io.javalin:javalin"))
                        .sorted()
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> stub_and_reference_promise_the_same() {
        List<String> reference = ground.reference().files();
        return new Submission(module, ground.starter())
                .files().stream()
                        .filter(file -> file.endsWith(".java"))
                        .map(file -> dynamicTest(file, () -> {
                            assertThat(reference).as("files of the reference").contains(file);
                            assertThat(Signatures.of(
                                            ground.reference().directory().resolve(file)))
                                    .isEqualTo(Signatures.of(ground.starter().resolve(file)));
                        }));
    }

    @Test
    void the_starter_earns_nothing_and_every_check_fails_by_a_stub() {
        cases.starter().forEach(starter -> assertHolds(starter, starter.judge(ground, ordinary(), SEED)));
    }

    @TestFactory
    Stream<DynamicTest> the_reference_earns_everything() {
        return tests(cases.reference(), opened);
    }

    @TestFactory
    Stream<DynamicTest> accepted_answers_earn_all_core_points() {
        assertThat(cases.accepted()).as("accepted answers").hasSizeGreaterThanOrEqualTo(2);
        return tests(shared(cases.accepted()), opened);
    }

    @TestFactory
    Stream<DynamicTest> every_mistake_is_caught_by_the_check_it_names() {
        return tests(shared(cases.mistakes(false)), List.of(ordinary()));
    }

    @Test
    void every_check_is_there_for_a_mistake() {
        assertThat(ground.list("mistakes").stream()
                        .map(Mistake::read)
                        .map(Mistake::check)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(module.checkIds());
    }

    @TestFactory
    Stream<DynamicTest> servers_that_look_at_nothing_earn_what_is_written_down() {
        return tests(cases.degenerate(), List.of(ordinary()));
    }

    private static Stream<Case> shared(Stream<Case> all) {
        ProofShare share = ProofShare.ofThisRun();
        return all.filter(known -> share.has(known.name()));
    }

    /** All are begun before the first is waited for. */
    private Stream<DynamicTest> tests(Stream<Case> all, List<Buckets> buckets) {
        return all.flatMap(known -> buckets.stream().map(bucket -> test(known, bucket))).toList().stream();
    }

    private DynamicTest test(Case known, Buckets buckets) {
        return sideBySide.test(
                known.id() + " on " + buckets.make(),
                () -> known.judge(ground, buckets, SEED),
                outcome -> assertHolds(known, outcome));
    }

    private static void assertHolds(Case known, Outcome outcome) {
        assertThat(outcome.complaints()).as(known.id()).isEmpty();
    }

    private Buckets ordinary() {
        return opened.get(0);
    }
}
