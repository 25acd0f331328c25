package edgecraft.workshop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryGuardTest {

    private Process parent;

    /** A shell whose name is no text, and a child of it that takes 64 MiB when it is told to and keeps them, since nobody reads them. */
    @BeforeEach
    void processes() throws IOException {
        assumeThat(Path.of("/proc/self/status"))
                .as("only Linux tells of memory like this")
                .exists();
        parent = new ProcessBuilder(
                        "sh",
                        "-c",
                        "printf 'x\\377' >/proc/$$/comm; echo named; read go; head -c 67108864 /dev/zero | tail -c 67108864 | sleep 50")
                .start();
        assertThat(parent.getInputStream().read()).isEqualTo('n');
    }

    @AfterEach
    void end() {
        parent.descendants().forEach(ProcessHandle::destroyForcibly);
        parent.destroyForcibly();
    }

    @Test
    void whoever_gives_itself_a_name_that_is_no_text_is_counted_all_the_same() {
        assertThat(MemoryGuard.kibibytes(parent.toHandle())).isPositive();
    }

    @Test
    void who_has_ended_has_no_memory() throws InterruptedException {
        parent.destroyForcibly().waitFor();
        assertThat(MemoryGuard.kibibytes(parent.toHandle())).isZero();
    }

    @Test
    void all_are_ended_when_they_use_too_much_together() throws IOException, InterruptedException {
        MemoryGuard guard = MemoryGuard.watch(parent, 32);
        assertThat(guard.exceeded()).isFalse();
        parent.getOutputStream().write('\n');
        parent.getOutputStream().flush();
        assertThat(parent.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(guard.exceeded()).isTrue();
    }
}
