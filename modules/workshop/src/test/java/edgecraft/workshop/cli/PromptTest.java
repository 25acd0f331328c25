package edgecraft.workshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.fixtures.Resolver;
import edgecraft.fixtures.Viewer;
import edgecraft.workshop.check.Instance;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PromptTest {

    private final List<Duration> moved = new ArrayList<>();
    private final Prompt plain = new Prompt(new Moved(moved), Optional::empty);
    private final Prompt edge = new Prompt(new Moved(moved), () -> Optional.of("The origin was asked 12 times."));

    @Test
    void it_says_what_can_be_typed_where_there_is_an_origin_and_where_there_is_none() {
        assertThat(plain.invitation()).isEqualTo("Type 'clock +6s' to move time, 'stop' or Ctrl-C to end.");
        assertThat(edge.invitation())
                .isEqualTo("Type 'origin' to see what it has cost so far, 'clock +6s' to move time, 'stop' or Ctrl-C to"
                        + " end.");
    }

    @Test
    void the_clock_moves_time() {
        assertThat(plain.answer("clock +1d2h")).isEqualTo("Your server's time moved by 1d2h.");
        assertThat(edge.answer("clock 6s")).isEqualTo("Your server's time moved by 6s.");
        assertThat(moved).containsExactly(Duration.ofHours(26), Duration.ofSeconds(6));
    }

    @Test
    void the_word_origin_tells_what_it_was_asked() {
        assertThat(edge.answer("origin")).isEqualTo("The origin was asked 12 times.");
    }

    @Test
    void the_word_origin_is_unknown_where_there_is_none() {
        assertThat(plain.answer("origin")).isEqualTo("Type clock +6s, clock +10m, clock +1d2h, or stop.");
    }

    @Test
    void what_it_does_not_understand_is_answered_with_what_it_does() {
        assertThat(List.of("", "clock", "clock +", "clock -6s", "clock +6", "help"))
                .allSatisfy(line -> assertThat(edge.answer(line))
                        .isEqualTo("Type clock +6s, clock +10m, clock +1d2h, origin, or stop."));
        assertThat(moved).isEmpty();
    }

    /** Remembers how its time was moved. */
    private record Moved(List<Duration> steps) implements Instance<String> {

        @Override
        public String settings() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void advance(Duration step) {
            steps.add(step);
        }

        @Override
        public Instance<String> settings(UnaryOperator<String> change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public URI uri() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<InetSocketAddress> dns() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Viewer viewer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Resolver resolver() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void stop() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instance<String> another(String settings) {
            throw new UnsupportedOperationException();
        }
    }
}
