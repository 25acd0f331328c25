package edgecraft.workshop.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges cheats as a learner's submission is judged, each in a clone of its own, and says what is not as it should be. */
public final class CheatTrial {

    private static final String SEED = "7";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private final Path state;
    private final List<String> further;
    private final Map<String, ProofGround> grounds = new ConcurrentHashMap<>();

    /**
     * @param root the clone that has modules and solutions
     * @param state where the trial may write
     * @param further words for {@code check}, of which the sandbox may be one
     */
    public CheatTrial(Path root, Path state, List<String> further) {
        this.root = root;
        this.state = state;
        this.further = further;
    }

    /** Where this cheat is not refused as it should be, in plain words; nothing if all is well. */
    public List<String> complaints(Cheat cheat) {
        LearnersClone clone = clone(cheat);
        Leftovers leftovers = new Leftovers(clone.workspace().root());
        try {
            Footprint before = Footprint.of(clone.workspace());
            Path report = clone.workspace().root().resolveSibling(cheat.name() + "-report");
            LearnersClone.Said said = clone.workshop(words(cheat, report));
            List<String> left = new ArrayList<>(Footprint.of(clone.workspace()).changes(before));
            left.addAll(leftovers.found());
            left.addAll(foreignProgress(cheat, clone.workspace()));
            return new CheatOutcome(said.exit(), said.text(), points(report), left).complaints(cheat.what());
        } finally {
            leftovers.end();
            Workspace.delete(clone.workspace().root());
        }
    }

    /** A learner's clone with its tool, its solutions, which an attack may look for, and the cheat. */
    private LearnersClone clone(Cheat cheat) {
        ProofGround ground = grounds.computeIfAbsent(
                cheat.what().module(),
                module -> ProofGround.of(root, state.resolve("ground").resolve(module), module));
        Path place = state.resolve("clones").resolve(cheat.name());
        Workspace.delete(place);
        LearnersClone clone = LearnersClone.of(ground, place, place.resolve(".edgecraft/lib"));
        Path module = clone.workspace().module(cheat.what().module());
        Path reference = ground.reference().directory().resolve("src/main");
        clone.lay(ground.workspace().lib(), clone.workspace().lib())
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

    private String[] words(Cheat cheat, Path report) {
        Cheat.What what = cheat.what();
        List<String> asked = Cheat.orEmpty(what.checks());
        return Stream.of(
                        Stream.of("check"),
                        asked.isEmpty() ? Stream.of(what.module()) : asked.stream(),
                        Stream.of("--seed", SEED, "--report", report.toString()),
                        further.stream())
                .flatMap(each -> each)
                .toArray(String[]::new);
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
