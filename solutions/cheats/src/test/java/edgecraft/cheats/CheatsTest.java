package edgecraft.cheats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import edgecraft.workshop.proof.Cheat;
import edgecraft.workshop.proof.CheatTrial;
import edgecraft.workshop.proof.Outcome;
import edgecraft.workshop.proof.ProofShare;
import edgecraft.workshop.proof.SideBySide;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Proves that who attacks the judge gains nothing by it, and is told what came of it. {@code -Dcheat=name} tries one. */
class CheatsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Path STATE = Path.of("target/trial").toAbsolutePath();
    private static final long SEED = 7;

    private final List<Cheat> shelf = Cheat.shelf(Path.of("").toAbsolutePath());
    private final Map<String, CheatTrial> trials = new ConcurrentHashMap<>();
    private final SideBySide sideBySide = new SideBySide();

    @AfterEach
    void end() {
        sideBySide.close();
    }

    @TestFactory
    List<DynamicTest> every_cheat_gets_what_it_earned() {
        ProofShare share = ProofShare.ofThisRun();
        return shelf.stream()
                .filter(cheat -> share.has(cheat.name()))
                .filter(cheat -> cheat.name().matches(System.getProperty("cheat", ".*")))
                .map(this::begin)
                .toList();
    }

    private DynamicTest begin(Cheat cheat) {
        if (cheat.needsSandbox()) {
            return dynamicTest(
                    cheat.name(), () -> assumeFalse(cheat.needsSandbox(), "nothing less than a sandbox stops it"));
        }
        return sideBySide.test(
                cheat.name(),
                () -> judge(cheat),
                outcome -> assertThat(outcome.complaints()).as(outcome::said).isEmpty());
    }

    private Outcome judge(Cheat cheat) {
        return trials.computeIfAbsent(
                        cheat.what().module(), module -> CheatTrial.in(ROOT, STATE.resolve(module), module))
                .judge(cheat, SEED);
    }

    @Test
    void there_are_enough_of_them() {
        assertThat(shelf.stream().filter(cheat -> !cheat.needsSandbox())).hasSizeGreaterThanOrEqualTo(40);
    }
}
