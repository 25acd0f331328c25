package edgecraft.workshop.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every workflow and every action of this repository has to keep to, since some of them read what strangers wrote. */
final class WorkflowRules {

    private static final Pattern USES = Pattern.compile("(?m)^\\s*(?:- )?uses:\\s*(\\S+)(.*)$");
    private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40}");
    private static final Pattern VERSION = Pattern.compile("\\s+# v\\d+\\.\\d+\\.\\d+");

    private final WorkflowFile file;
    private final List<String> violations = new ArrayList<>();

    private WorkflowRules(WorkflowFile file) {
        this.file = file;
    }

    /** What is against the rules, in words; empty if nothing is. */
    static List<String> violations(WorkflowFile file) {
        WorkflowRules rules = new WorkflowRules(file);
        rules.lookAtPins();
        file.steps().forEach(rules::lookAtStep);
        if (!file.isAction()) {
            rules.lookAtWorkflow();
            file.jobs().forEach(job -> rules.lookAtJob(job.getKey(), job.getValue()));
        }
        return rules.violations;
    }

    private void lookAtPins() {
        USES.matcher(file.text()).results().forEach(uses -> {
            String used = uses.group(1);
            boolean ours = used.startsWith("./");
            require(ours || PINNED.matcher(used).matches(), used + " is not pinned by its commit");
            require(ours || VERSION.matcher(uses.group(2)).matches(), used + " has no comment with its version");
        });
    }

    private void lookAtStep(JsonNode step) {
        String run = step.path("run").asText();
        require(!run.contains("${{"), "an expression becomes a part of a script; hand it over by env: " + run);
        require(!file.isAction() || !step.has("run") || step.has("shell"), "a step of an action has no shell: " + run);
        boolean checkout = step.path("uses").asText().startsWith("actions/checkout@");
        JsonNode persists = step.path("with").path("persist-credentials");
        require(!checkout || persists.asText().equals("false"), "a checkout leaves its token behind");
    }

    private void lookAtWorkflow() {
        require(
                file.triggers().stream().noneMatch(List.of("pull_request_target", "workflow_run")::contains),
                "it starts with the rights of this repository at the word of another");
        JsonNode permissions = file.yaml().path("permissions");
        require(
                permissions.isObject() && writes(permissions).isEmpty(),
                "permissions at the top must be there, and only read");
        JsonNode concurrency = file.yaml().path("concurrency");
        require(
                concurrency.path("cancel-in-progress").asBoolean() && concurrency.has("group"),
                "a superseded run is not cancelled");
    }

    private void lookAtJob(String name, JsonNode job) {
        require(job.has("uses") || job.has("timeout-minutes"), "job " + name + " has no timeout");
        boolean checksOut = WorkflowFile.steps(job)
                .anyMatch(step -> step.path("uses").asText().startsWith("actions/checkout@"));
        require(
                !checksOut || writes(job.path("permissions")).isEmpty(),
                "job " + name + " may write, and runs what it checks out");
    }

    private static List<String> writes(JsonNode permissions) {
        return permissions.isTextual()
                ? Stream.of(permissions.asText())
                        .filter(all -> !all.equals("read-all"))
                        .toList()
                : permissions
                        .propertyStream()
                        .filter(permission -> permission.getValue().asText().equals("write"))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private void require(boolean kept, String violation) {
        if (!kept) {
            violations.add(violation);
        }
    }
}
