package edgecraft.workshop.proof;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Proves that the checks notice every change that PIT made to the reference, but for those that change nothing. Runs in the
 * profile {@code mutation}, after PIT, in {@code solutions/N-topic}. Classes that PIT was not asked to change are left out.
 */
public final class MutantsProof {

    private static final Path SOLUTION = Path.of("").toAbsolutePath();

    /**
     * What {@code mutants.yaml} says.
     *
     * @param equivalent mutants that no check can tell from the reference
     */
    record Known(List<Equivalent> equivalent) {}

    /**
     * @param reason why it can't be told
     * @param chance whether it is told now and then, since it is chance what happens there
     */
    record Equivalent(String file, String code, String change, String reason, boolean chance) {

        Mutant.Name name() {
            return new Mutant.Name(file, code, change);
        }
    }

    @Test
    void no_mutant_survives_but_those_that_are_known_to_be_equivalent() {
        List<Mutant> mutants = Mutant.read(SOLUTION.resolve("target/pit-reports/mutations.xml"), sources());
        System.out.println(SOLUTION.getFileName() + ": " + mutants.size() + " mutants "
                + new TreeMap<>(
                        mutants.stream().collect(Collectors.groupingBy(Mutant::status, Collectors.counting()))));
        Set<String> changed =
                mutants.stream().map(mutant -> mutant.name().file()).collect(Collectors.toSet());
        List<Equivalent> listed = Yaml.read(SOLUTION.resolve("mutants.yaml"), Known.class).equivalent().stream()
                .filter(known -> changed.contains(known.file()))
                .toList();
        assertThat(listed).allSatisfy(known -> assertThat(known.reason()).isNotBlank());
        List<Mutant.Name> told = mutants.stream()
                .filter(mutant -> !mutant.survived())
                .map(Mutant::name)
                .toList();
        assertThat(mutants.stream().filter(Mutant::survived).map(Mutant::name))
                .as("mutants that survive; those expected are listed in mutants.yaml")
                .containsExactlyInAnyOrderElementsOf(listed.stream()
                        .filter(known -> !known.chance() || !told.contains(known.name()))
                        .map(Equivalent::name)
                        .toList());
    }

    private static Path sources() {
        Path module = SOLUTION.resolve("../../modules").resolve(SOLUTION.getFileName());
        return SOLUTION.resolve(
                Yaml.read(module.resolve("exercise.yaml"), ModuleSpec.class).packageDirectory());
    }
}
