package edgecraft.workshop.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every workflow and action keeps the rules, and each rule is one that can be broken. */
class WorkflowsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", ".edgecraft", "node_modules", ".git");

    private static final String GOOD = """
            on:
              pull_request:
            permissions:
              contents: read
            concurrency:
              group: a-${{ github.ref }}
              cancel-in-progress: true
            jobs:
              build:
                runs-on: ubuntu-latest
                timeout-minutes: 10
                steps:
                  - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
                    with:
                      persist-credentials: false
                  - uses: ./.github/actions/grade
                  - run: echo "$TITLE"
                    env:
                      TITLE: ${{ github.event.pull_request.title }}
            """;

    @TestFactory
    Stream<DynamicTest> every_workflow_and_action_keeps_the_rules() throws IOException {
        return workflowsAndActions().stream()
                .map(file -> DynamicTest.dynamicTest(
                        ROOT.relativize(file).toString(),
                        () -> assertThat(WorkflowRules.violations(WorkflowFile.read(file)))
                                .isEmpty()));
    }

    @Test
    void the_workflows_and_the_action_are_found() throws IOException {
        assertThat(workflowsAndActions())
                .contains(
                        ROOT.resolve(".github/workflows/verify.yml"),
                        ROOT.resolve(".github/workflows/grade.yml"),
                        ROOT.resolve(".github/workflows/release.yml"),
                        ROOT.resolve(".github/actions/grade/action.yml"));
    }

    @Test
    void what_keeps_the_rules_is_left_alone() {
        assertThat(violations(GOOD)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> what_breaks_a_rule_is_named() {
        return Stream.of(
                broken("@11bd71901bbe5b1630ceea73d27597364c9af683", "@v4", "is not pinned by its commit"),
                broken(" # v4.2.2", "", "has no comment with its version"),
                broken(
                        "echo \"$TITLE\"",
                        "echo ${{ github.event.pull_request.title }}",
                        "an expression becomes a part"),
                broken("persist-credentials: false", "fetch-depth: 1", "leaves its token behind"),
                broken("pull_request:", "pull_request_target:", "at the word of another"),
                broken("pull_request:", "workflow_run:", "at the word of another"),
                broken("permissions:\n  contents: read\n", "", "permissions at the top"),
                broken("contents: read", "contents: write", "permissions at the top"),
                broken("permissions:\n  contents: read\n", "permissions: write-all\n", "permissions at the top"),
                broken("cancel-in-progress: true", "cancel-in-progress: false", "is not cancelled"),
                broken("    timeout-minutes: 10\n", "", "has no timeout"),
                broken(
                        "    steps:\n",
                        "    permissions:\n      contents: write\n    steps:\n",
                        "may write, and runs what it checks out"));
    }

    @Test
    void a_step_of_an_action_needs_its_shell() {
        String action = "runs:\n  using: composite\n  steps:\n    - run: echo hello\n";

        assertThat(violations(action)).singleElement().asString().contains("has no shell");
        assertThat(violations(action + "      shell: bash\n")).isEmpty();
    }

    private static DynamicTest broken(String good, String bad, String violation) {
        return DynamicTest.dynamicTest(violation + ": " + bad.strip(), () -> {
            assertThat(GOOD).contains(good);
            assertThat(violations(GOOD.replace(good, bad)))
                    .singleElement()
                    .asString()
                    .contains(violation);
        });
    }

    private static List<String> violations(String text) {
        return WorkflowRules.violations(WorkflowFile.parse(text));
    }

    /** Wherever they are kept: the learners' edition has a workflow, too. */
    private static List<Path> workflowsAndActions() throws IOException {
        try (Stream<Path> all = Files.find(ROOT, 8, (path, attributes) -> attributes.isRegularFile())) {
            return all.filter(path -> {
                        Path relative = ROOT.relativize(path);
                        return Stream.iterate(relative, part -> part != null, Path::getParent)
                                        .noneMatch(part -> NOT_OURS.contains(
                                                part.getFileName().toString()))
                                && relative.toString()
                                        .matches("(.*/)?(\\.github/workflows/[^/]*\\.ya?ml|action\\.ya?ml)");
                    })
                    .sorted()
                    .toList();
        }
    }
}
