package edgecraft.workshop.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.judge.CanaryRun.Cage;
import edgecraft.workshop.sandbox.Enclosure;
import edgecraft.workshop.sandbox.Requirements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Skipped, with the reason, where there can be no sandbox. */
class SandboxProofTest {

    @TempDir
    private Path place = Path.of("");

    @BeforeEach
    void thereIsASandbox() throws IOException {
        Optional<MachineFault> missing = Requirements.missing(Files.createDirectory(place.resolve("trial")));
        assumeTrue(
                missing.isEmpty(), () -> missing.map(MachineFault::getMessage).orElse(""));
    }

    @Test
    void a_canary_does_not_get_out_of_a_sandbox_without_a_hole() throws Exception {
        assertThat(escapes(Cage.WITHOUT_A_HOLE)).isEmpty();
    }

    @Test
    void a_file_that_is_not_for_learners_is_read() throws Exception {
        assertThat(escapes(Cage.SECRET_BOUND)).contains("read " + CanaryRun.secret(place));
    }

    @Test
    void what_does_not_belong_into_the_sandbox_is_seen() throws Exception {
        assertThat(escapes(Cage.STRANGER_BOUND)).contains("see /usr/share");
    }

    @Test
    void a_writable_directory_is_written_to() throws Exception {
        assertThat(escapes(Cage.ROOT_WRITABLE)).contains("write to /", "write to /etc");
    }

    @Test
    void a_writable_class_path_is_written_to() throws Exception {
        assertThat(escapes(Cage.CLASSES_WRITABLE)).anyMatch(escape -> escape.matches("write to .*test-classes/?"));
    }

    @Test
    void other_processes_are_seen_and_ended() throws Exception {
        assertThat(escapes(Cage.PROCESSES_SHARED))
                .anyMatch(escape -> escape.startsWith("see process "))
                .contains("end a process of the judge's");
    }

    @Test
    void the_judge_is_attached_to() throws Exception {
        assertThat(escapes(Cage.PROCESSES_AND_FILES_SHARED)).contains("attach to the judge's JVM");
    }

    @Test
    void a_capability_is_found() throws Exception {
        assertThat(escapes(Cage.CAPABILITY_LEFT)).contains("use capabilities: 0000000000001000");
    }

    @Test
    void the_judges_terminal_is_found() throws Exception {
        assertThat(escapes(Cage.SESSION_SHARED)).contains("type into the judge's terminal");
    }

    @Test
    void a_socket_is_connected_to() throws Exception {
        assertThat(escapes(Cage.SOCKET_BOUND)).contains("connect to the socket " + CanaryRun.socket(place));
    }

    @Test
    void a_network_with_a_way_out_is_used() throws Exception {
        assumeTrue(
                Files.readAllLines(Path.of("/proc/net/route")).stream()
                        .anyMatch(route -> route.contains("\t00000000\t")),
                "this machine has no way out itself");
        assertThat(escapes(Cage.NETWORK_SHARED)).contains("send to 192.0.2.1");
    }

    @Test
    void threads_without_a_limit_are_started() throws Exception {
        assertThat(escapes(Cage.THREADS_UNLIMITED)).contains("start 1024 threads");
    }

    @Test
    void a_disk_without_a_limit_is_filled() throws Exception {
        assertThat(escapes(Cage.DISK_UNLIMITED)).contains("fill the disk with more than 64 MiB");
    }

    @Test
    void memory_that_nobody_limits_is_used() throws Exception {
        assertThat(escapes(Cage.MEMORY_UNLIMITED)).containsExactly("use more than 196 MiB of memory");
    }

    @Test
    void a_killed_judge_leaves_nothing_behind() throws Exception {
        Process enclosure = enclosed(SandboxedRun.class, place.toString());
        assertThat(enclosure.getInputStream().read()).isEqualTo('u');
        List<ProcessHandle> all = enclosure.descendants().toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(4);
        // The judge itself is the first of them: bubblewrap's only child.
        enclosure.children().forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void what_it_could_do_is_told_and_nothing_is_judged() {
        assertThat(SandboxProof.broken(List.of("read /etc/shadow", "see process 7")))
                .hasMessage(
                        "broken: the sandbox does not hold, so nothing was judged. A program of ours in the place of your code"
                                + " could:\n  read /etc/shadow\n  see process 7\nDoes this machine have the bubblewrap of its"
                                + " distribution? Please report this; and grade elsewhere.");
    }

    private List<String> escapes(Cage cage) throws IOException, InterruptedException {
        Process run = cage == Cage.NETWORK_SHARED
                ? started(command(CanaryRun.class, cage.name(), place.toString()))
                : enclosed(CanaryRun.class, cage.name(), place.toString());
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    private static Process enclosed(Class<?> main, String... arguments) throws IOException {
        return started(Enclosure.around(command(main, arguments)));
    }

    private static Process started(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<String> command(Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        words.addAll(List.of(arguments));
        return words;
    }
}
