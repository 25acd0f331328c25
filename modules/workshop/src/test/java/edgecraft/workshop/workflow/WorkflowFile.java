package edgecraft.workshop.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A workflow, or a composite action.
 *
 * @param text as it is in the file
 * @param yaml the same, parsed
 */
record WorkflowFile(String text, JsonNode yaml) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static WorkflowFile parse(String text) {
        try {
            return new WorkflowFile(text, YAML.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WorkflowFile read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAction() {
        return yaml.has("runs");
    }

    /** The names of what starts the workflow. */
    List<String> triggers() {
        JsonNode on = yaml.path("on");
        return on.isTextual() ? List.of(on.asText()) : names(on);
    }

    /** The jobs by their names; none in an action. */
    List<Map.Entry<String, JsonNode>> jobs() {
        return List.copyOf(yaml.path("jobs").properties());
    }

    /** All steps of all jobs, or those of the action. */
    Stream<JsonNode> steps() {
        return isAction()
                ? yaml.path("runs").path("steps").valueStream()
                : jobs().stream().flatMap(job -> steps(job.getValue()));
    }

    static Stream<JsonNode> steps(JsonNode job) {
        return job.path("steps").valueStream();
    }

    private static List<String> names(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(JsonNode::asText).toList()
                : node.propertyStream().map(Map.Entry::getKey).toList();
    }
}
