package edgecraft.workshop.audit;

import static edgecraft.workshop.audit.AuditSamples.NONE;
import static edgecraft.workshop.audit.AuditSamples.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.proof.Case.Kind;
import edgecraft.workshop.proof.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Trial REFERENCE = new Trial(AuditSamples.right(Kind.REFERENCE, ""), 7);
    private static final Trial MISTAKE = new Trial(AuditSamples.mistake("wrong", "9.1/first", false), 7);
    private static final Entry PASSED = entry(REFERENCE, NONE, "passed", "passed", "passed", "passed");
    private static final Entry MISSED =
            entry(MISTAKE, List.of(new Complaint("9.1/first to fail: ü", "passed", "")), "passed");

    @TempDir
    Path directory;

    @Test
    void what_was_judged_is_there_when_it_is_opened_again() {
        try (Journal journal = open("1")) {
            assertThat(journal.find(MISTAKE)).isEmpty();
            journal.append(PASSED);
            journal.append(MISSED);
        }
        try (Journal again = open("1")) {
            assertThat(again.find(REFERENCE)).contains(PASSED);
            assertThat(again.find(MISTAKE)).contains(MISSED);
        }
    }

    @Test
    void another_seed_or_more_checks_make_another_trial() {
        try (Journal journal = open("1")) {
            journal.append(MISSED);
            assertThat(journal.find(new Trial(MISTAKE.subject(), 8))).isEmpty();
            assertThat(journal.find(new Trial(AuditSamples.mistake("wrong", "9.1/first", true), 7)))
                    .isEmpty();
        }
    }

    @Test
    void a_line_that_was_not_written_to_its_end_was_never_there() throws IOException {
        try (Journal journal = open("1")) {
            journal.append(PASSED);
        }
        Path file = directory.resolve("sample.1.jsonl");
        Files.writeString(file, "{\"id\":\"mistake/wrong\",\"seed\":7,\"ask", StandardOpenOption.APPEND);
        try (Journal torn = open("1")) {
            assertThat(torn.find(REFERENCE)).isPresent();
            assertThat(torn.find(MISTAKE)).isEmpty();
            torn.append(MISSED);
        }
        try (Journal mended = open("1")) {
            assertThat(mended.find(REFERENCE)).isPresent();
            assertThat(mended.find(MISTAKE)).isPresent();
        }
        assertThat(file).content().doesNotContain("\"ask\n").hasLineCount(2);
    }

    @Test
    void with_other_inputs_nothing_is_known_and_what_was_is_gone() throws IOException {
        try (Journal journal = open("1")) {
            journal.append(PASSED);
        }
        Path neighbour = Files.createFile(directory.resolve("samples.1.jsonl"));
        try (Journal other = open("2")) {
            assertThat(other.find(REFERENCE)).isEmpty();
        }
        assertThat(directory.resolve("sample.1.jsonl")).doesNotExist();
        assertThat(neighbour).exists();
    }

    @Test
    void what_is_forgotten_is_forgotten_for_good_and_nothing_else_is() {
        try (Journal journal = open("1")) {
            journal.append(PASSED);
            journal.append(MISSED);
            journal.forget(List.of(REFERENCE));
            assertThat(journal.find(REFERENCE)).isEmpty();
        }
        try (Journal again = open("1")) {
            assertThat(again.find(REFERENCE)).isEmpty();
            assertThat(again.find(MISTAKE)).isPresent();
        }
    }

    @Test
    void two_audits_of_the_same_at_once_are_misuse() {
        try (Journal first = open("1")) {
            assertThatThrownBy(() -> open("1"))
                    .isInstanceOf(Misuse.class)
                    .hasMessage("another audit of the same is under way in this clone; wait for it, or end it.");
            first.append(PASSED);
        }
    }

    @Test
    void what_came_in_while_the_tool_was_being_ended_is_not_kept() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE);
        try (Journal journal = Journal.open(directory, "sample", "1", now::get)) {
            journal.append(PASSED);
            now.addAndGet(Duration.ofSeconds(3).toNanos());
            journal.append(MISSED);
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            journal.interrupt();
        }
        try (Journal again = open("1")) {
            assertThat(again.find(REFERENCE)).isPresent();
            assertThat(again.find(MISTAKE)).isEmpty();
        }
    }

    private Journal open(String inputs) {
        return Journal.open(directory, "sample", inputs);
    }
}
