package edgecraft.workshop.intake;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.report.Abridged;
import edgecraft.workshop.stage.Sha256Manifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a submission has no effect: all that is not the learner's, told where it is not as in the instructor's clone. */
final class Ignored {

    /** So many sentences are read. */
    private static final int MOST = 20;

    private final Workspace workspace;
    private final List<String> sentences = new ArrayList<>();
    private final List<ModuleLayout> layouts = new ArrayList<>();

    /** From directories in the submission to those of the clone. */
    private final Map<String, String> places = new LinkedHashMap<>();

    Ignored(Workspace workspace) {
        this.workspace = workspace;
    }

    void say(String what) {
        sentences.add(what + ": ignored");
    }

    void layout(ModuleSpec module, ModuleLayout layout) {
        layouts.add(layout);
        String home = layout.home();
        if (home != null) {
            places.put(home, module.directory());
            if (home.endsWith(module.directory())) {
                places.put(home.substring(0, home.length() - module.directory().length()), "");
            }
        }
    }

    /** A sentence for each such file, and how many more there are. */
    List<String> sentences(Map<String, Item> files) throws Unusable {
        for (Map.Entry<String, Item> file : files.entrySet()) {
            Item item = file.getValue();
            if (layouts.stream().noneMatch(layout -> layout.has(item))) {
                Optional<Path> ours = ours(file.getKey());
                if (ours.isEmpty()) {
                    say(item.shown() + " is none of the learner's files");
                } else if (!isSame(item, ours.get())) {
                    say(item.shown() + " is not as it was published");
                }
            }
        }
        return Abridged.beginning(sentences, MOST, "and %,d more files have no effect"::formatted);
    }

    private Optional<Path> ours(String path) {
        return places.entrySet().stream()
                .filter(place -> path.startsWith(place.getKey()))
                .map(place -> workspace
                        .root()
                        .resolve(
                                place.getValue() + path.substring(place.getKey().length())))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static boolean isSame(Item item, Path ours) throws Unusable {
        String theirs = new String(item.bytes(), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        return theirs.equals(new String(Sha256Manifest.text(ours), StandardCharsets.ISO_8859_1));
    }
}
