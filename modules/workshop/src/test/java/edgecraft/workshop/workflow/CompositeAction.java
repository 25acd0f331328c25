package edgecraft.workshop.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs what a composite action runs, without GitHub: the {@code run:} steps in their order, by bash, with inputs and outputs where
 * expressions name them. Steps that use another action are left out. It knows as much of expressions as ours need, and throws at
 * anything else.
 */
final class CompositeAction {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{(.*?)}}");
    private static final Pattern COMPARISON = Pattern.compile("(.+?)\\s*([!=]=)\\s*'(.*)'");

    private final Path directory;
    private final JsonNode action;
    private final Path workspace;
    private final Path temporary;
    private final Map<String, String> known = new HashMap<>();
    private final List<String> ran = new ArrayList<>();

    /**
     * @param directory where {@code action.yml} is
     * @param workspace where steps run
     * @param temporary the runner's temporary directory, which gets every step's script
     */
    CompositeAction(Path directory, Path workspace, Path temporary) {
        this.directory = directory.toAbsolutePath().normalize();
        this.action = WorkflowFile.read(directory.resolve("action.yml")).yaml();
        this.workspace = workspace;
        this.temporary = temporary.toAbsolutePath();
        known.put("runner.os", "Linux");
    }

    /**
     * Runs the steps until one fails, and exits as that one does.
     *
     * @param arguments the action's directory, the workspace, a directory for the runner, then inputs as {@code name=value}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        CompositeAction action =
                new CompositeAction(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        Map<String, String> inputs = new HashMap<>();
        for (String input : List.of(arguments).subList(3, arguments.length)) {
            inputs.put(input.substring(0, input.indexOf('=')), input.substring(input.indexOf('=') + 1));
        }
        System.exit(action.run(inputs));
    }

    /**
     * Runs the steps until one fails.
     *
     * @return the exit code of the last step that ran
     */
    int run(Map<String, String> inputs) throws IOException, InterruptedException {
        action.path("inputs")
                .properties()
                .forEach(input -> known.put(
                        "inputs." + input.getKey(),
                        inputs.getOrDefault(
                                input.getKey(), input.getValue().path("default").asText())));
        for (JsonNode step : action.path("runs").path("steps")) {
            int status = step.has("run") && holds(step.path("if").asText("")) ? run(step) : 0;
            if (status != 0) {
                return status;
            }
        }
        return 0;
    }

    /** The names of the steps that ran. */
    List<String> ran() {
        return ran;
    }

    /** An output of the action, or nothing if no step has set it. */
    String output(String name) {
        return expand(action.path("outputs").path(name).path("value").asText());
    }

    private int run(JsonNode step) throws IOException, InterruptedException {
        String name = step.path("name").asText();
        ran.add(name);
        Path script = temporary.resolve("step-" + ran.size() + ".sh");
        Path outputs = temporary.resolve("outputs-" + ran.size());
        Files.writeString(script, step.path("run").asText());
        Files.writeString(outputs, "");
        // As the runner calls it, for `shell: bash`.
        ProcessBuilder bash = new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString());
        bash.environment()
                .putAll(Map.of(
                        "GITHUB_ACTION_PATH", directory.toString(),
                        "GITHUB_OUTPUT", outputs.toString(),
                        "GITHUB_STEP_SUMMARY", temporary.resolve("summary.md").toString(),
                        "GITHUB_ACTIONS", "true",
                        "RUNNER_OS", "Linux",
                        "RUNNER_TEMP", temporary.toString()));
        step.path("env")
                .properties()
                .forEach(each -> bash.environment()
                        .put(each.getKey(), expand(each.getValue().asText())));
        int status = bash.directory(workspace.toFile()).inheritIO().start().waitFor();
        for (String output : Files.readAllLines(outputs)) {
            known.put(
                    "steps." + step.path("id").asText() + ".outputs." + output.substring(0, output.indexOf('=')),
                    output.substring(output.indexOf('=') + 1));
        }
        return status;
    }

    private boolean holds(String condition) {
        return condition.isEmpty()
                || List.of(condition.split("\\s*&&\\s*", -1)).stream().allMatch(this::compares);
    }

    private boolean compares(String comparison) {
        Matcher parts = COMPARISON.matcher(comparison);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no comparison that is known here: " + comparison);
        }
        return value(parts.group(1)).equals(parts.group(3)) == parts.group(2).equals("==");
    }

    private String expand(String text) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(1).strip())));
    }

    /** What was never set is empty, as for GitHub; but a name of another kind is not one of ours. */
    private String value(String name) {
        if (!name.matches("inputs\\..+|steps\\..+|runner\\.os")) {
            throw new IllegalArgumentException("nothing that is known here: " + name);
        }
        return Optional.ofNullable(known.get(name)).orElse("");
    }
}
