package edgecraft.workshop.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import edgecraft.fixtures.BucketServer;
import edgecraft.workshop.course.Hints;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.ModuleSpec.StepSpec;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.course.Yaml;
import edgecraft.workshop.install.Manifests;
import edgecraft.workshop.judge.Buckets;
import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.judge.Judge;
import edgecraft.workshop.judge.JudgeOptions;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.Verdict;
import edgecraft.workshop.stage.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    /** Each spends half of its time waiting, for its JVM to start or for a server to answer. */
    private static final int MISTAKES_AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    /** Of the proofs: what happens in them happens again. */
    static final long SEED = 20_260_101;

    private static final JudgeOptions OPTIONS = JudgeOptions.ordinary(SEED);

    private final String name;
    private final List<Buckets> opened = new ArrayList<>();
    private final ExecutorService sideBySide = Executors.newFixedThreadPool(MISTAKES_AT_ONCE);
    private ProofGround ground;
    private ModuleSpec module;

    /** @param name the module's directory, for example {@code 1-origin} */
    @SuppressWarnings("NullAway.Init") // filled by prepare(), before any test
    protected ModuleProof(String name) {
        this.name = name;
    }

    @BeforeAll
    void prepare() {
        ground = ProofGround.of(name, "proof");
        module = ground.module();
        opened.add(module.bucket() ? Buckets.embedded() : Buckets.none());
        if (module.bucket() && "required".equals(System.getenv("EDGECRAFT_MINIO"))) {
            opened.add(Buckets.minio(BucketServer.defaultImage()));
        }
        // The class archive that the tool records when it is installed: hundreds of JVMs are started below.
        judge(ordinary(), List.of(ground.starter()), OPTIONS.withoutGates().recording());
    }

    @AfterAll
    void cleanUp() {
        sideBySide.shutdownNow();
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
            assertThat(lesson).contains("## " + step.id() + " " + step.title());
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
        ModuleResult result = judge(ordinary(), List.of(ground.starter()), OPTIONS.withoutGates());
        assertThat(result.compileErrors()).isEmpty();
        assertThat(result.results()).allSatisfy(check -> {
            assertThat(check.verdict()).as(check.id()).isEqualTo(Verdict.FAILED);
            assertThat(check.message()).as(check.id()).contains("is not built yet");
        });
        assertThat(judge(ordinary(), List.of(ground.starter()), OPTIONS).points(false))
                .isZero();
    }

    @TestFactory
    Stream<DynamicTest> the_reference_earns_everything() {
        return opened.stream()
                .map(buckets -> dynamicTest("on " + buckets.make(), () -> {
                    ModuleResult result = judge(
                            buckets,
                            List.of(ground.starter(), ground.reference().directory()),
                            OPTIONS);
                    assertThat(complaints(result)).isEmpty();
                    assertThat(result.points(false)).isEqualTo(result.maxPoints(false));
                    assertThat(result.points(true)).isEqualTo(result.maxPoints(true));
                }));
    }

    @TestFactory
    Stream<DynamicTest> accepted_answers_earn_all_core_points() {
        List<Path> accepted = ground.list("accepted");
        assertThat(accepted).as("accepted answers").hasSizeGreaterThanOrEqualTo(2);
        return opened.stream()
                .flatMap(buckets -> accepted.stream()
                        .map(answer -> dynamicTest(answer.getFileName() + " on " + buckets.make(), () -> {
                            ModuleResult result = judge(buckets, List.of(ground.starter(), answer), OPTIONS);
                            assertThat(complaints(result, withoutBonus(result))).isEmpty();
                            assertThat(result.points(false)).isEqualTo(result.maxPoints(false));
                        })));
    }

    /** All that are judged at once are waited for in order, each in the test with its name. */
    @TestFactory
    Stream<DynamicTest> every_mistake_is_caught_by_the_check_it_names() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path yaml : ground.list("mistakes")) {
            Future<ModuleResult> judged = sideBySide.submit(() -> judge(Mistake.read(yaml), yaml.getFileName()));
            tests.add(dynamicTest(yaml.getFileName().toString(), () -> assertCaught(Mistake.read(yaml), judged.get())));
        }
        return tests.stream();
    }

    private ModuleResult judge(Mistake mistake, Path name) {
        Path wrong = ground.scratch("mistakes").resolve(name);
        mistake.apply(ground.reference().directory(), wrong);
        return new Judge(ground.workspace(), ordinary())
                .judge(
                        new Selection(module, List.of(mistake.check())),
                        List.of(ground.starter(), ground.reference().directory(), wrong),
                        OPTIONS.withoutGates());
    }

    private void assertCaught(Mistake mistake, ModuleResult result) {
        assertThat(mistake.reason()).isNotBlank();
        assertThat(module.checkIds()).contains(mistake.check());
        assertThat(result.compileErrors()).isEmpty();
        CheckResult check = result.results().get(0);
        assertThat(check.verdict())
                .as("%s on: %s (%s)", check.id(), mistake.reason(), check.message())
                .isEqualTo(Verdict.FAILED);
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
        Degenerate.Earnings known =
                Yaml.read(ground.workspace().solution(name).resolve("degenerate.yaml"), Degenerate.Earnings.class);
        return Stream.of(Degenerate.values())
                .map(subject -> dynamicTest(subject.id(), () -> {
                    Path layer = ground.scratch(subject.id());
                    subject.write(module, layer);
                    ModuleResult result = judge(ordinary(), List.of(layer), OPTIONS.withoutGates());
                    assertThat(result.compileErrors()).isEmpty();
                    assertThat(result.points(false) + result.points(true))
                            .as("points; passed: %s", passed(result))
                            .isEqualTo(known.points().get(subject.id()));
                }));
    }

    private ModuleResult judge(Buckets buckets, List<Path> layers, JudgeOptions options) {
        return new Judge(ground.workspace(), buckets).judge(Selection.all(module), layers, options);
    }

    private Buckets ordinary() {
        return opened.get(0);
    }

    private static List<String> complaints(ModuleResult result) {
        return complaints(result, result.results().stream());
    }

    /** The results that an answer has to answer for which does the core steps alone. What is broken is never its fault. */
    private static Stream<CheckResult> withoutBonus(ModuleResult result) {
        return result.steps().stream()
                .flatMap(step -> step.checks().stream()
                        .filter(check -> !step.step().bonus() || check.verdict() == Verdict.BROKEN));
    }

    private static List<String> complaints(ModuleResult result, Stream<CheckResult> checks) {
        return Stream.concat(
                        result.compileErrors().stream(),
                        checks.filter(check -> !check.passed())
                                .map(check -> check.id() + " " + check.verdict() + ": " + check.message()))
                .toList();
    }

    private static List<String> passed(ModuleResult result) {
        return result.results().stream()
                .filter(CheckResult::passed)
                .map(CheckResult::id)
                .toList();
    }
}
