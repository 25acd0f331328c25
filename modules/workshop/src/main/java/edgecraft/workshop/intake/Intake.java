package edgecraft.workshop.intake;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the modules in what was handed in: a whole clone, a module's directory, or nothing but the learner's files, however
 * deep. A file's package decides which module it belongs to.
 *
 * @param workspace the instructor's clone
 * @param course what can be handed in
 */
public record Intake(Workspace workspace, Course course) {

    private static final int MOST_BYTES = 64 << 20;

    /** What tools leave behind, and nobody hands in on purpose. */
    private static final Set<String> LEFT_BEHIND = Set.of(
            ".git", "target", ".edgecraft", "__MACOSX", ".DS_Store", ".idea", ".vscode", ".gradle", "node_modules");

    private static final Pattern CONTRACT = Pattern.compile("(?m)^contract:\\s*(\\d{1,9})\\b");

    /**
     * What was found.
     *
     * @param modules those with at least one file, in order
     * @param ignored what has no effect, a sentence each
     */
    public record Found(List<HandedIn> modules, List<String> ignored) {}

    /**
     * Lays out each module in a directory of its own.
     *
     * @param target an empty directory
     * @throws Misuse if it was made for another edition
     * @throws Unusable if it can't be read
     */
    public Found take(Delivery delivery, Path target) throws Unusable {
        Map<String, Item> files = new LinkedHashMap<>();
        Ignored ignored = new Ignored(workspace);
        List<Item> sorted = delivery.items().stream()
                .filter(item -> item.path().filter(Intake::isLeftBehind).isEmpty())
                .sorted(Comparator.comparing(Item::name))
                .toList();
        for (Item item : sorted) {
            String path = item.path().orElse(null);
            if (path == null) {
                ignored.say(item.shown() + " has a name that leads elsewhere");
            } else if (item.link()) {
                ignored.say(item.shown() + " is a symbolic link");
            } else {
                Item other = files.putIfAbsent(path, item);
                if (other != null && !Arrays.equals(other.bytes(), item.bytes())) {
                    throw new Unusable("there are two files " + item.shown() + "; hand in one");
                }
            }
        }
        mustBeOfThisContract(files);
        return take(files, target, ignored);
    }

    private static boolean isLeftBehind(String path) {
        return List.of(path.split("/")).stream().anyMatch(LEFT_BEHIND::contains);
    }

    private Found take(Map<String, Item> files, Path target, Ignored ignored) throws Unusable {
        List<JavaFile> sources = sources(files);
        List<HandedIn> found = new ArrayList<>();
        for (ModuleSpec module : course.modules()) {
            List<JavaFile> own =
                    sources.stream().filter(file -> file.isOf(module)).toList();
            if (!own.isEmpty()) {
                ModuleLayout layout = ModuleLayout.of(module, own, files, workspace);
                found.add(layout.write(target.resolve(module.module())));
                ignored.layout(module, layout);
            }
        }
        return new Found(found, ignored.sentences(files));
    }

    /** The Java files that are no tests and no solutions. */
    private static List<JavaFile> sources(Map<String, Item> files) throws Unusable {
        List<JavaFile> sources = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<String, Item> file : files.entrySet()) {
            String path = "/" + file.getKey();
            if (path.endsWith(".java") && !path.contains("/src/test/") && !path.contains("/solutions/")) {
                byte[] content = file.getValue().bytes();
                bytes += content.length;
                if (bytes > MOST_BYTES) {
                    throw new Unusable("the Java files are larger than " + (MOST_BYTES >> 20)
                            + " MiB together; hand in your own files only");
                }
                PackageName.of(content)
                        .ifPresent(name -> sources.add(new JavaFile(file.getValue(), file.getKey(), name, content)));
            }
        }
        return sources;
    }

    private void mustBeOfThisContract(Map<String, Item> files) throws Unusable {
        for (ModuleSpec module : course.modules()) {
            for (Map.Entry<String, Item> file : files.entrySet()) {
                if (("/" + file.getKey()).endsWith("/" + module.module() + "/exercise.yaml")) {
                    Matcher said = CONTRACT.matcher(new String(file.getValue().bytes(), StandardCharsets.UTF_8));
                    if (said.find() && Integer.parseInt(said.group(1)) != ModuleSpec.CONTRACT) {
                        throw new Misuse(file.getValue().shown() + " is of contract " + said.group(1)
                                + ", and this workshop grades contract " + ModuleSpec.CONTRACT
                                + ". Grade it with the edition it was made with, or let the learner take over this one's"
                                + " files, keeping their own.");
                    }
                }
            }
        }
    }
}
