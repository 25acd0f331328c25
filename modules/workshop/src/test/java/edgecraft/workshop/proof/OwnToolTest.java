package edgecraft.workshop.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnToolTest {

    @TempDir
    Path clone;

    @Test
    void it_says_what_the_tool_says_and_how_it_ended() {
        OwnTool tool = new OwnTool(clone, clone.resolve("said"));
        assertThat(tool.run(List.of("audit", "--jobs", "0"), Duration.ofMinutes(2)))
                .isEqualTo(2);
        assertThat(tool.said()).isEqualTo("--jobs takes 1 to 32, --repeat 1 or more.\n");
    }

    @Test
    void one_that_does_not_come_to_an_end_is_ended() {
        OwnTool tool = new OwnTool(clone, clone.resolve("said"));
        assertThat(tool.run(List.of("--help"), Duration.ofMillis(1))).isNull();
        assertThat(new Leftovers(clone).found()).isEmpty();
    }
}
