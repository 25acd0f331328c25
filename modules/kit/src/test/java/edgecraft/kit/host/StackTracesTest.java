package edgecraft.kit.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackTracesTest {

    /** Has a new cause whenever it is asked, and no message for anybody. */
    private static final class Bites extends RuntimeException {

        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable getCause() {
            return new Bites();
        }

        @Override
        public String getMessage() {
            throw new IllegalStateException("not to be looked at");
        }
    }

    @Test
    void a_trace_has_the_message_and_its_causes() {
        assertThat(StackTraces.forLearners(new IllegalStateException("no", new IllegalArgumentException("why"))))
                .startsWith("java.lang.IllegalStateException: no")
                .contains("Caused by: java.lang.IllegalArgumentException: why");
    }

    @Test
    void an_exception_that_does_not_let_itself_be_printed_is_named() {
        assertThat(StackTraces.forLearners(new Bites()))
                .isEqualTo(Bites.class.getName() + ", which can't be printed: its methods throw as well");
    }

    @Test
    void causes_in_a_circle_end() {
        Exception one = new Exception("one");
        one.initCause(new Exception("two", one));
        assertThat(StackTraces.forLearners(one)).contains("one", "two");
    }

    @Test
    void what_no_message_can_hold_is_cut() {
        assertThat(StackTraces.forLearners(new Exception("x".repeat(5_000_000))))
                .hasSize(100_000);
    }
}
