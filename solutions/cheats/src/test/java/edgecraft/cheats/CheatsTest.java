package edgecraft.cheats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import edgecraft.workshop.proof.Cheat;
import edgecraft.workshop.proof.CheatTrial;
import edgecraft.workshop.proof.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    /** Each spends half of its time waiting, some of it on purpose. */
    private final ExecutorService sideBySide =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    @AfterEach
    void end() {
        sideBySide.shutdown();
    }

    @TestFactory
    List<DynamicTest> every_cheat_gets_what_it_earned() {
        return shelf.stream()
                .filter(cheat -> cheat.name().matches(System.getProperty("cheat", ".*")))
                .map(this::begin)
                .toList();
    }

    private DynamicTest begin(Cheat cheat) {
        if (cheat.needsSandbox()) {
            return dynamicTest(
                    cheat.name(), () -> assumeFalse(cheat.needsSandbox(), "nothing less than a sandbox stops it"));
        }
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> judge(cheat), sideBySide);
        return dynamicTest(
                cheat.name(),
                () -> assertThat(outcome.join().complaints())
                        .as(() -> outcome.join().said())
                        .isEmpty());
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
