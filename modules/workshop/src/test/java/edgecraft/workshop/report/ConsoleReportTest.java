package edgecraft.workshop.report;

import static edgecraft.workshop.judge.Verdict.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Fields;
import edgecraft.fixtures.Request;
import edgecraft.workshop.Samples;
import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    @Test
    void the_first_line_names_bucket_and_seed() {
        assertThat(printed(Samples.result(PASSED, PASSED, PASSED, PASSED)))
                .startsWith("9-sample  Sample   bucket embedded · seed 42\n");
    }

    @Test
    void a_module_without_a_bucket_says_nothing_of_one() {
        ModuleResult result =
                new ModuleResult(Samples.withoutBucket(), 42, "none", "none", List.of(), List.of(), List.of());
        assertThat(printed(result)).isEqualTo("8-dry  Dry   seed 42\n");
    }

    @Test
    void a_short_conversation_is_told_whole() {
        assertThat(printed(failed(80))).contains("/1 ", "/41 ", "/80 ").doesNotContain("left out");
    }

    @Test
    void a_long_conversation_is_told_from_both_ends() {
        assertThat(printed(failed(200)))
                .contains("/1 ", "/40 ", "/161 ", "/200 ")
                .contains("      … 120 lines are left out; ./workshop check 9.1/first --report DIR writes them all\n")
                .doesNotContain("/41 ", "/160 ");
    }

    @Test
    void a_long_conversation_is_cut_between_two_exchanges() {
        assertThat(printed(failed(50, "etag: \"1\"", "age: 0")))
                .containsPattern("age: 0\n      … \\d+ lines are left out; .*\n      viewer → server {3}GET /");
    }

    @Test
    void requests_stand_one_under_the_other_however_long_the_names() {
        Conversation conversation = new Conversation();
        conversation.note("time", "+ 6s");
        ask(conversation, "resolver", "router", "A", "www.cdn.example.", "ttl 30");
        ask(conversation, "router", "fra", "GET", "/health");
        ask(conversation, "router", "fra", "GET", "/health");
        assertThat(printed(failed(conversation))).contains("""
                              time               + 6s
                              resolver → router  A www.cdn.example.                  200
                                                   ttl 30
                              router → fra       GET /health                         200
                                                 and once more, the same
                        """);
    }

    @Test
    void what_a_check_found_out_is_told_when_it_passes_too() {
        Conversation conversation = new Conversation();
        ask(conversation, "viewer", "server", "GET", "/");
        conversation.find("faster by half");
        assertThat(printed(result(conversation, Verdict.PASSED)))
                .contains("    ✔ first\n      faster by half\n")
                .doesNotContain("GET");
        assertThat(printed(result(conversation, Verdict.FAILED))).contains("200\n      faster by half\n");
    }

    private static void ask(
            Conversation conversation, String from, String to, String method, String target, String... notes) {
        conversation
                .exchange(from, to, new Request(method, target, Fields.of(), new byte[0]))
                .answered(200, List.of(notes));
    }

    private static ModuleResult failed(int exchanges, String... notes) {
        Conversation conversation = new Conversation();
        for (int i = 1; i <= exchanges; i++) {
            ask(conversation, "viewer", "server", "GET", "/" + i, notes);
        }
        return failed(conversation);
    }

    private static ModuleResult failed(Conversation conversation) {
        return result(conversation, Verdict.FAILED);
    }

    private static ModuleResult result(Conversation conversation, Verdict verdict) {
        CheckResult check = new CheckResult(
                "9.1/first",
                "first",
                "none",
                verdict,
                1,
                "expected something else",
                conversation.entries(),
                null,
                List.of(),
                null);
        return new ModuleResult(Samples.module(), 42, "embedded", "none", List.of(check), List.of(), List.of());
    }

    private static String printed(ModuleResult result) {
        StringWriter printed = new StringWriter();
        new ConsoleReport(new PrintWriter(printed, true), Style.PLAIN, Path.of("")).print(result);
        return printed.toString().replace(System.lineSeparator(), "\n");
    }
}
