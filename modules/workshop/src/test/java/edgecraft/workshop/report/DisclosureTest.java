package edgecraft.workshop.report;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Fields;
import edgecraft.fixtures.Request;
import edgecraft.workshop.Samples;
import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every field of a check has a word of its own, which is looked for in all that is told. */
class DisclosureTest {

    private static final List<String> SEEN =
            List.of("the-reference", "the-target", "the-field", "the-note", "the-output");
    private static final List<String> EXPECTED = List.of("the-claim", "the-message", "the-finding");

    @TempDir
    Path directory;

    @Test
    void in_full_all_is_told() throws IOException {
        String told = told(Disclosure.FULL);
        assertThat(told).contains(SEEN).contains(EXPECTED).contains("--like 9.1/first");
    }

    @Test
    void of_what_was_observed_no_expectation_is_told() throws IOException {
        String told = told(Disclosure.OBSERVED);
        assertThat(told).contains(SEEN).contains("9.1/first").doesNotContain("--like");
        EXPECTED.forEach(word -> assertThat(told).doesNotContain(word));
    }

    @Test
    void of_a_verdict_nothing_but_the_verdict_is_told() throws IOException {
        String told = told(Disclosure.VERDICT);
        assertThat(told).contains("9.1/first").contains("failed").doesNotContain("--like");
        Stream.of(SEEN, EXPECTED)
                .flatMap(List::stream)
                .forEach(word -> assertThat(told).doesNotContain(word));
    }

    private String told(Disclosure disclosure) throws IOException {
        List<CheckResult> checks = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            checks.add(check(verdict));
        }
        StringBuilder told = new StringBuilder();
        // What is broken hides the rest in some formats.
        for (List<CheckResult> some : List.of(checks, checks.subList(0, 3))) {
            told.append(told(
                    disclosure,
                    new ModuleResult(Samples.module(), 42, "embedded", "none", some, List.of(), List.of())));
        }
        return told.toString();
    }

    private String told(Disclosure disclosure, ModuleResult result) throws IOException {
        StringWriter told = new StringWriter();
        PrintWriter out = new PrintWriter(told, true);
        new ConsoleReport(out, Style.PLAIN, directory, disclosure).print(disclosure.of(result));
        new ReportFiles(directory, Map.of()).write(List.of(disclosure.of(result)));
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                out.println(
                        file.endsWith("github-classroom.txt")
                                ? new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)
                                : text);
            }
        }
        return told.toString();
    }

    private static CheckResult check(Verdict verdict) {
        Conversation conversation = new Conversation();
        conversation
                .exchange("viewer", "server", new Request("GET", "/the-target", Fields.of(), new byte[0]))
                .answered(200, List.of("the-field"));
        conversation.note("origin", "the-note");
        conversation.find("the-finding");
        return new CheckResult(
                "9.1/first",
                "the-claim",
                "the-reference",
                verdict,
                1,
                verdict == Verdict.PASSED ? "" : "the-message",
                conversation.entries(),
                null,
                List.of("the-output"),
                null);
    }
}
