package edgecraft.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing waits by a clock that can be set: when a machine's clock jumps, nobody has more time or less. */
class ClocksTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Pattern SETTABLE = Pattern.compile(
            "currentTimeMillis|\\b(Instant|LocalDateTime|ZonedDateTime)\\.now\\(|Clock\\.system|new Date\\(\\)");

    /** These say what time it is, or that it jumped, and measure nothing by it; the store's own dates are of this machine's clock. */
    private static final List<String> TELLING = List.of(
            "Aside.java",
            "CheckTime.java",
            "ClockJump.java",
            "Compiler.java",
            "KeySlips.java",
            "OriginAssertions.java",
            "ReportFiles.java",
            "SystemTime.java");

    @Test
    void nothing_is_measured_by_a_clock_that_can_jump() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (String sources :
                List.of("modules/kit/src/main", "modules/fixtures/src/main", "modules/workshop/src/main")) {
            found.addAll(usersOfTheClock(ROOT.resolve(sources)));
        }
        if (Files.isDirectory(ROOT.resolve("solutions"))) {
            try (Stream<Path> solutions = Files.list(ROOT.resolve("solutions"))) {
                solutions
                        .map(solution -> solution.resolve("src/test"))
                        .filter(Files::isDirectory)
                        .forEach(checks -> found.addAll(usersOfTheClock(checks)));
            }
            assertThat(found).containsExactlyElementsOf(TELLING);
        }
        assertThat(TELLING).containsAll(found);
    }

    private static List<String> usersOfTheClock(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> SETTABLE.matcher(read(file)).find())
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
