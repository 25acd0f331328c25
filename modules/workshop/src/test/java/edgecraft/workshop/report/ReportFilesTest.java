package edgecraft.workshop.report;

import static edgecraft.workshop.judge.Verdict.BROKEN;
import static edgecraft.workshop.judge.Verdict.FAILED;
import static edgecraft.workshop.judge.Verdict.PASSED;
import static edgecraft.workshop.judge.Verdict.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import edgecraft.workshop.Samples;
import edgecraft.workshop.judge.ModuleResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ReportFilesTest {

    @TempDir
    Path directory;

    @Test
    void the_report_of_a_module_has_the_agreed_shape() throws IOException {
        write();
        assertThat(new ObjectMapper()
                        .readTree(directory.resolve("9-sample/report.json").toFile()))
                .isEqualTo(new ObjectMapper().readTree("""
                {"version": 1, "edgecraft": "sources", "module": "9-sample", "seed": 42, "bucket": "embedded", "sandbox": "none",
                 "points": 5, "maxPoints": 15, "bonus": 7, "maxBonus": 7,
                 "steps": [
                  {"id": "9.1", "title": "First things", "bonus": false, "points": 5, "maxPoints": 10, "checks": [
                   {"id": "9.1/first", "title": "claim of 9.1/first", "verdict": "passed", "reference": "RFC 9110 §8", "millis": 12},
                   {"id": "9.1/second", "title": "claim of 9.1/second", "verdict": "failed", "reference": "RFC 9110 §8", "millis": 12}]},
                  {"id": "9.2", "title": "Then", "bonus": false, "points": 0, "maxPoints": 5, "checks": [
                   {"id": "9.2/third", "title": "claim of 9.2/third", "verdict": "waiting", "reference": "RFC 9110 §8", "millis": 12}]},
                  {"id": "9.3", "title": "More", "bonus": true, "points": 7, "maxPoints": 7, "checks": [
                   {"id": "9.3/extra", "title": "claim of 9.3/extra", "verdict": "passed", "reference": "RFC 9110 §8", "millis": 12}]}],
                 "compileErrors": [], "notes": []}
                """));
    }

    @Test
    void the_total_adds_up() throws IOException {
        write();
        JsonNode total =
                new ObjectMapper().readTree(directory.resolve("report.json").toFile());
        assertThat(total.get("points").asInt()).isEqualTo(5);
        assertThat(total.get("maxPoints").asInt()).isEqualTo(15);
        assertThat(total.get("bonus").asInt()).isEqualTo(7);
        assertThat(total.get("modules")).hasSize(1);
    }

    @Test
    void the_total_names_the_bucket_of_those_that_have_one() throws IOException {
        ModuleResult dry =
                new ModuleResult(Samples.withoutBucket(), 42, "none", "none", List.of(), List.of(), List.of());
        assertThat(totalBucket(List.of(dry, Samples.result(PASSED, FAILED, WAITING, PASSED))))
                .isEqualTo("embedded");
        assertThat(totalBucket(List.of(dry))).isEqualTo("none");
    }

    private String totalBucket(List<ModuleResult> results) throws IOException {
        new ReportFiles(directory).write(results);
        return new ObjectMapper()
                .readTree(directory.resolve("report.json").toFile())
                .get("bucket")
                .asText();
    }

    @Test
    void junit_xml_counts_as_the_report_does_and_can_be_read_whatever_a_message_holds() throws Exception {
        write();
        Element suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(directory.resolve("9-sample/junit.xml").toFile())
                .getDocumentElement();
        assertThat(suites.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(suites.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(suites.getElementsByTagName("skipped").getLength()).isEqualTo(1);
        assertThat(((Element) suites.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo("expected <this> & \\x1b[31mthat");
    }

    @Test
    void what_is_broken_is_an_error_in_junit_xml() {
        assertThat(JUnitXml.of(Samples.result(BROKEN, PASSED, PASSED, PASSED)))
                .contains("errors=\"1\"")
                .contains("<error ");
    }

    private void write() {
        new ReportFiles(directory).write(List.of(Samples.result(PASSED, FAILED, WAITING, PASSED)));
        assertThat(directory.resolve("9-sample")).isDirectoryContaining(Files::isRegularFile);
    }
}
