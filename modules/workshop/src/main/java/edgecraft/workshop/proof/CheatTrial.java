package edgecraft.workshop.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Progress;
import edgecraft.workshop.subject.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges cheats as a learner's submission is judged, each in a clone of its own, and says what is not as it should be. */
public final class CheatTrial {

    /** Many times what any takes on a machine that is slow and busy. */
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProofGround ground;
    private final Duration deadline;

    /** @param ground of the module that the cheats are handed in for */
    CheatTrial(ProofGround ground) {
        this(ground, DEADLINE);
    }

    CheatTrial(ProofGround ground, Duration deadline) {
        this.ground = ground;
        this.deadline = deadline;
    }

    /**
     * Trials of cheats that are handed in for a module, in a build.
     *
     * @param root the clone that has modules and solutions
     * @param state where the trial may write
     */
    public static CheatTrial in(Path root, Path state, String module) {
        Workspace.delete(state);
        return new CheatTrial(ProofGround.of(root, state, module));
    }

    /** What came of a cheat, and where it is not refused as it should be. One that needs a sandbox gets one, or a fault. */
    public Outcome judge(Cheat cheat, long seed) {
        Path place = Runs.begin(ground.workspace());
        LearnersClone clone = clone(cheat, place.resolve("clone"));
        Leftovers leftovers = new Leftovers(place);
        try {
            Footprint before = Footprint.of(clone.workspace());
            Path report = place.resolve("report");
            OwnTool tool = new OwnTool(clone.workspace().root(), place.resolve("said"));
            Integer exit = tool.run(words(cheat, seed, report), deadline);
            List<String> left = new ArrayList<>(Footprint.of(clone.workspace()).changes(before));
            left.addAll(leftovers.found());
            left.addAll(foreignProgress(cheat, clone.workspace()));
            String said = tool.said();
            return new Outcome(null, said, new CheatOutcome(exit, said, points(report), left).complaints(cheat.what()));
        } finally {
            leftovers.end();
            Workspace.delete(place);
        }
    }

    /** A learner's clone with its tool, its solutions, which an attack may look for, and the cheat. */
    private LearnersClone clone(Cheat cheat, Path place) {
        LearnersClone clone = LearnersClone.of(ground, place, place.resolve(".edgecraft/lib"));
        Path module = clone.workspace().module(cheat.what().module());
        Path reference = ground.reference().directory().resolve("src/main");
        clone.lay(
                        ground.workspace().lib().resolve("subject"),
                        clone.workspace().lib().resolve("subject"))
                .lay(
                        reference,
                        clone.workspace().solution(cheat.what().module()).resolve("src/main"))
                .lay(ground.starter(), module);
        if (cheat.what().over() == Cheat.Over.REFERENCE) {
            clone.lay(reference, module.resolve("src/main"));
        }
        cheat.lay(clone);
        return clone;
    }

    private static List<String> words(Cheat cheat, long seed, Path report) {
        Cheat.What what = cheat.what();
        List<String> asked = Cheat.orEmpty(what.checks());
        return Stream.of(
                        Stream.of("check"),
                        asked.isEmpty() ? Stream.of(what.module()) : asked.stream(),
                        Stream.of("--seed", Long.toString(seed), "--report", report.toString()),
                        Stream.of("--sandbox", cheat.needsSandbox() ? "required" : "off"))
                .flatMap(each -> each)
                .toList();
    }

    private static @Nullable Integer points(Path report) {
        Path file = report.resolve("report.json");
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            JsonNode total = JSON.readTree(file.toFile());
            return total.path("points").asInt() + total.path("bonus").asInt();
        } catch (IOException e) {
            throw Workspace.unwritable(file, e);
        }
    }

    /** Verdicts that nobody gave. */
    private static List<String> foreignProgress(Cheat cheat, Workspace clone) {
        String number = cheat.what().module().replaceFirst("-.*", ".");
        return new Progress(clone)
                .read().verdicts().keySet().stream()
                        .filter(check -> !check.startsWith(number))
                        .map(check -> "the progress has a verdict on " + check)
                        .toList();
    }
}
