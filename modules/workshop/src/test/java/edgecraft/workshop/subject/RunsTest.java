package edgecraft.workshop.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.sample.LeavesMuch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path root = Path.of("");

    private Workspace workspace = Workspace.of(root);
    private Path runs = root;

    @BeforeEach
    void open() {
        workspace = Workspace.of(root);
        runs = workspace.state().resolve("runs");
    }

    @Test
    void every_run_has_an_empty_directory_of_its_own() {
        Path run = Runs.begin(workspace);
        assertThat(run).isEmptyDirectory().isNotEqualTo(Runs.begin(workspace)).exists();
    }

    @Test
    void what_a_tool_without_a_lock_left_is_cleared_away() throws IOException {
        Path left = Workspace.directory(runs.resolve("1-abandoned/17"));
        Files.writeString(left.resolve("staged"), "a file");
        Files.createFile(runs.resolve("1-abandoned.lock"));
        Files.createFile(runs.resolve("1-killed-at-once.lock"));
        Path run = Runs.begin(workspace);
        assertThat(names()).containsExactly(Runs.TOOL, Runs.TOOL + ".lock");
        assertThat(run).exists();
    }

    @Test
    void a_tool_that_was_killed_leaves_neither_process_nor_file_at_the_next_start() throws Exception {
        assumeThat(Path.of("/proc/self/environ"))
                .as("what tells whose a process is")
                .exists();
        Path ready = root.resolve("ready");
        Process tool = start(ready);
        try {
            await(() -> Files.exists(ready) || !tool.isAlive());
            List<Long> left = Stream.of(Files.readString(ready).split(" "))
                    .map(Long::valueOf)
                    .toList();
            Runs.begin(workspace);
            assertThat(left).as("nobody touches what a living tool uses").allMatch(RunsTest::lives);
            assertThat(names()).hasSize(4);

            tool.destroyForcibly().waitFor();
            Runs.begin(workspace);

            await(() -> left.stream().noneMatch(RunsTest::lives));
            assertThat(left).noneMatch(RunsTest::lives);
            assertThat(names()).containsExactly(Runs.TOOL, Runs.TOOL + ".lock");
        } finally {
            tool.destroyForcibly();
            Orphans.end(Runs.TOOL, runs.resolve(Runs.TOOL));
        }
    }

    private Process start(Path ready) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeavesMuch.class.getName(),
                        root.toString(),
                        ready.toString())
                .inheritIO()
                .start();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(runs)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** Not {@code isAlive}: in a container nobody may have asked yet how it ended. */
    private static boolean lives(long process) {
        try {
            return !Files.readString(Path.of("/proc/" + process + "/environ"), StandardCharsets.ISO_8859_1)
                    .isEmpty();
        } catch (IOException gone) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
