package edgecraft.workshop.report;

import static edgecraft.workshop.judge.Verdict.BROKEN;
import static edgecraft.workshop.judge.Verdict.FAILED;
import static edgecraft.workshop.judge.Verdict.PASSED;
import static edgecraft.workshop.judge.Verdict.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import edgecraft.workshop.Samples;
import edgecraft.workshop.judge.ModuleResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Each file is read as its reader does, and by nothing of ours. */
class FormatsAgreeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private static ModuleResult notCompiled() {
        return Samples.notCompiled(
                List.of("modules/9-sample/src/main/java/edgecraft/sample/A.java:3: error: ``` | no\u0007"),
                List.of("a pom.xml: ignored"));
    }

    @TestFactory
    Stream<DynamicTest> all_formats_have_the_same_points() {
        return Map.of(
                        "all", Samples.result(PASSED, PASSED, PASSED, PASSED),
                        "some", Samples.result(PASSED, FAILED, PASSED, FAILED),
                        "waiting", Samples.result(FAILED, WAITING, WAITING, PASSED),
                        "nothing", notCompiled())
                .entrySet()
                .stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> agree(List.of(each.getValue(), Samples.result(PASSED, FAILED, PASSED, PASSED)))));
    }

    private void agree(List<ModuleResult> results) throws Exception {
        new ReportFiles(directory, Map.of("CLASSROOM", "networks", "ASSIGNMENT", "cdn")).write(results);
        JsonNode report = json("report.json");
        int points = report.get("points").asInt();
        int most = report.get("maxPoints").asInt();
        assertThat(most).isEqualTo(30);
        assertThat(sum(report.get("modules"), "points")).isEqualTo(points);

        JsonNode classroom = classroom();
        assertThat(gradebook(classroom)).isEqualTo(points);
        assertThat(console(classroom)).isEqualTo(points);
        assertThat(classroom.get("max_score").asInt()).isEqualTo(most);
        assertThat(classroom.get("tests"))
                .allSatisfy(test -> assertThat(test.get("score").isInt()).isTrue());

        JsonNode fifty = json("result.json");
        assertThat(fifty.get("schema").asText()).isEqualTo("classroom50/result/v1");
        assertThat(fifty.get("classroom").asText()).isEqualTo("networks");
        assertThat(fifty.get("score").asInt()).isEqualTo(points).isEqualTo(sum(fifty.get("tests"), "score"));
        assertThat(fifty.get("max-score").asInt()).isEqualTo(most).isEqualTo(sum(fifty.get("tests"), "max-score"));

        JsonNode gradescope = json("results.json");
        assertThat(gradescope.get("score").asInt()).isEqualTo(points).isEqualTo(sum(gradescope.get("tests"), "score"));
        assertThat(sum(gradescope.get("tests"), "max_score")).isEqualTo(most);
        assertThat(gradescope.get("extra_data").get("bonus")).isEqualTo(report.get("bonus"));

        assertThat(Files.readString(directory.resolve("summary.md")))
                .startsWith("## " + points + " of " + most + " points, bonus "
                        + report.get("bonus").asInt() + " of 14\n");
    }

    @TestFactory
    Stream<DynamicTest> junit_xml_has_the_verdicts_of_the_report() {
        return Stream.of(
                        Samples.result(PASSED, FAILED, PASSED, FAILED),
                        Samples.result(FAILED, WAITING, WAITING, PASSED),
                        Samples.result(BROKEN, PASSED, PASSED, PASSED))
                .map(result -> DynamicTest.dynamicTest(result.verdicts().toString(), () -> {
                    new ReportFiles(directory, Map.of()).write(List.of(result));
                    Element suites = DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(directory.resolve("9-sample/junit.xml").toFile())
                            .getDocumentElement();
                    List<String> verdicts = json("9-sample/report.json").findValuesAsText("verdict");
                    NodeList cases = suites.getElementsByTagName("testcase");
                    assertThat(cases.getLength()).isEqualTo(verdicts.size());
                    for (int i = 0; i < cases.getLength(); i++) {
                        assertThat(verdict((Element) cases.item(i))).isEqualTo(verdicts.get(i));
                    }
                }));
    }

    private static String verdict(Element test) {
        return Map.of("failure", "failed", "skipped", "waiting", "error", "broken").entrySet().stream()
                .filter(each -> test.getElementsByTagName(each.getKey()).getLength() > 0)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("passed");
    }

    @TestFactory
    Stream<DynamicTest> reports_are_as_their_schema_says() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        Objects.requireNonNull(ReportFiles.class.getResourceAsStream("/edgecraft/report.schema.json")));
        assertThat(schema.validate(JSON.readTree("{\"version\": 1, \"points\": \"many\"}")))
                .isNotEmpty();
        return Stream.of(
                        Samples.result(PASSED, FAILED, WAITING, PASSED),
                        Samples.result(PASSED, BROKEN, PASSED, PASSED),
                        notCompiled())
                .map(result -> DynamicTest.dynamicTest(result.verdicts().toString(), () -> {
                    new ReportFiles(directory, Map.of()).write(List.of(result));
                    assertThat(schema.validate(json("report.json"))).isEmpty();
                    assertThat(schema.validate(json("9-sample/report.json"))).isEmpty();
                }));
    }

    @Test
    void what_is_broken_has_no_score_anywhere_nor_one_of_an_earlier_run() throws IOException {
        new ReportFiles(directory, Map.of()).write(List.of(Samples.result(PASSED, PASSED, PASSED, PASSED)));
        new ReportFiles(directory, Map.of()).write(List.of(Samples.result(PASSED, BROKEN, PASSED, PASSED)));

        assertThat(json("report.json").get("points").isNull()).isTrue();
        assertThat(json("report.json").findValues("points")).allMatch(JsonNode::isNull);
        assertThat(classroom().get("status").asText()).isEqualTo("error");
        assertThat(classroom().get("max_score").asInt()).isZero();
        assertThat(directory.resolve("result.json")).doesNotExist();
        assertThat(json("results.json").findValues("score")).isEmpty();
        assertThat(json("results.json").has("tests")).isFalse();
        assertThat(Files.readString(directory.resolve("summary.md"))).startsWith("## No score\n");
    }

    @Test
    void a_step_of_which_one_check_was_asked_earns_no_more_than_that_check() {
        ModuleResult whole = Samples.result(PASSED, PASSED, PASSED, PASSED);
        ModuleResult one = new ModuleResult(
                whole.module(), 42, "embedded", "none", whole.results().subList(0, 1), List.of(), List.of());
        assertThat(Totals.of(List.of(one)).text()).isEqualTo("5 of 15 points, bonus 0 of 7");
        assertThat(gradebook(decoded(GitHubClassroom.of(List.of(one))))).isEqualTo(5);
    }

    @Test
    void a_block_in_markdown_ends_where_it_should_and_table_cells_too() {
        assertThat(StepSummary.of(List.of(notCompiled())))
                .contains("````text\n")
                .contains("no\\x07\n````\n");
        assertThat(Markdown.plain("a|<b>\n[c](d) `e`")).isEqualTo("a\\|\\<b\\>\\\\x0a\\[c\\]\\(d\\) \\`e\\`");
    }

    private static int sum(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToInt(each -> each.path(field).asInt())
                .sum();
    }

    /** The reporter's gradebook adds up scores. */
    private static int gradebook(JsonNode classroom) {
        return sum(classroom.get("tests"), "score");
    }

    /** Its console has counted those that passed, and taken that share of the most. */
    private static double console(JsonNode classroom) {
        long passed = StreamSupport.stream(classroom.get("tests").spliterator(), false)
                .filter(test -> test.get("status").asText().equals("pass"))
                .count();
        return (double) passed
                * classroom.get("max_score").asInt()
                / classroom.get("tests").size();
    }

    private JsonNode classroom() throws IOException {
        return decoded(Files.readString(directory.resolve("github-classroom.txt")));
    }

    private static JsonNode decoded(String base64) {
        try {
            return JSON.readTree(Base64.getDecoder().decode(base64));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode json(String name) throws IOException {
        return JSON.readTree(directory.resolve(name).toFile());
    }
}
