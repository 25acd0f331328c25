package edgecraft.workshop.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Proves what a learner is told of submissions that misbehave, and of some of the mistakes, word for word. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ShelfProof {

    private static final String SEED = "7";

    /** A conversation among many who speak at the same time is another each time: its transcript has this in its place. */
    private static final String ABRIDGED = "\n      (in another order each time)\n";

    private static final Pattern CONVERSATION =
            Pattern.compile("\n {6}[a-z]+ +→.*?\n(?= {6}expected )", Pattern.DOTALL);

    private final String name;
    private final SideBySide sideBySide = new SideBySide();
    private ProofGround ground;

    /** @param name the module's directory */
    @SuppressWarnings("NullAway.Init") // filled by prepare(), before any test
    protected ShelfProof(String name) {
        this.name = name;
    }

    @BeforeAll
    void prepare() {
        ground = ProofGround.of(name, "shelf");
    }

    @AfterAll
    void nothing_is_left_behind() {
        sideBySide.close();
        assertThat(leftOver()).as("processes left behind").isZero();
    }

    @TestFactory
    Stream<DynamicTest> every_submission_gets_its_transcript() {
        return shared("shelf")
                .map(submission -> sideBySide.test(
                        submission.getFileName().toString(),
                        () -> check(clone(submission), ground.module().number()),
                        said -> assertSays(submission.resolve("transcript.txt"), said)))
                .toList()
                .stream();
    }

    /** A transcript has the name of its mistake, and is of the check that catches that. */
    @TestFactory
    Stream<DynamicTest> mistakes_get_their_transcripts() {
        return shared("transcripts")
                .map(transcript -> sideBySide.test(
                        transcript.getFileName().toString(),
                        () -> check(transcript.getFileName().toString().replace(".txt", "")),
                        said -> assertSays(transcript, said)))
                .toList()
                .stream();
    }

    private Stream<Path> shared(String directory) {
        ProofShare share = ProofShare.ofThisRun();
        return ground.list(directory).stream()
                .filter(file -> share.has(file.getFileName().toString()));
    }

    /** What is said of a mistake. */
    private String check(String mistakeName) {
        Mistake mistake = Mistake.read(ground.workspace().solution(name).resolve("mistakes/" + mistakeName + ".yaml"));
        Path wrong = ground.scratch("mistakes").resolve(mistakeName);
        mistake.apply(ground.reference().directory(), wrong);
        return check(clone(wrong), mistake.check());
    }

    private static void assertSays(Path transcript, String all) throws IOException {
        boolean isAbridged =
                Files.exists(transcript) && Files.readString(transcript).contains(ABRIDGED);
        String said = isAbridged ? CONVERSATION.matcher(all).replaceAll(ABRIDGED) : all;
        if (Boolean.getBoolean("shelf.update")) {
            Files.writeString(transcript, said);
        }
        assertThat(said).isEqualToNormalizingNewlines(Files.readString(transcript));
    }

    /** A learner's clone: the reference over the starter, and the submission over both. */
    private LearnersClone clone(Path submission) {
        Path root = ground.scratch("clones").resolve(submission.getFileName().toString());
        LearnersClone clone = LearnersClone.of(ground, root, ground.workspace().lib());
        Path module = clone.workspace().module(name);
        return clone.lay(ground.starter(), module)
                .lay(ground.reference().directory().resolve("src/main"), module.resolve("src/main"))
                .lay(submission, module);
    }

    private static String check(LearnersClone clone, String what) {
        LearnersClone.Said said = clone.workshop("check", what, "--seed", SEED);
        return "exit code " + said.exit() + "\n" + masked(said.text());
    }

    /** What differs from run to run although the seed is the same. */
    private static String masked(String said) {
        return said.replaceAll(" {2}note: this machine is slow.*\\R", "")
                .replaceAll("within \\d+ s", "within … s")
                .replaceAll("(?i)(last-modified: ).*", "$1…")
                .replaceAll("(?i)(date: ).*GMT", "$1…")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:…")
                .replaceAll("token-\\d+", "token-…")
                .replaceAll("edge-[0-9a-f]{8}-[0-9a-f-]{27}", "edge-…")
                .replaceAll("\\d{8}T\\d{6}Z", "…T…Z")
                .replaceAll("/\\d{8}/", "/…/")
                .replaceAll("[0-9a-f]{64}", "…")
                .replaceAll("(Credential=)[0-9a-f-]{36}", "$1…")
                .replaceAll("(Expires=|EpochTime\":)\\d+", "$1…")
                .replaceAll("(Signature=|Policy=)[\\w~-]+", "$1…")
                .replaceAll("@[0-9a-f]{5,}", "@…")
                .replaceAll("(JettyServerThreadPool-)\\d+", "$1…");
    }

    private static long leftOver() {
        return ProcessHandle.current().descendants().count()
                + ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("sleep 86417"))
                        .count();
    }
}
