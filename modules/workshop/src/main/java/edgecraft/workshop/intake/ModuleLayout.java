package edgecraft.workshop.intake;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.ModuleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of one module belong. A directory that is laid out like the module is taken as it is; files without one go
 * where their package says.
 */
final class ModuleLayout {

    private final ModuleSpec module;
    private final @Nullable String home;
    private final Map<String, Item> placed = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();

    private ModuleLayout(ModuleSpec module, @Nullable String home) {
        this.module = module;
        this.home = home;
    }

    /**
     * @param own the module's Java files
     * @param all everything by its path
     * @param workspace knows the public examples, which are tests wherever they lie
     */
    static ModuleLayout of(ModuleSpec module, List<JavaFile> own, Map<String, Item> all, Workspace workspace)
            throws Unusable {
        Set<String> homes =
                own.stream().flatMap(file -> file.home().stream()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> usual = homes.stream()
                .filter(home -> ("/" + home).endsWith("/" + module.directory()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> candidates = usual.isEmpty() ? homes : usual;
        ModuleLayout layout = new ModuleLayout(
                module, candidates.isEmpty() ? null : candidates.iterator().next());
        if (candidates.size() > 1) {
            layout.errors.add("error: the module was handed in more than once, in "
                    + String.join(" and in ", candidates) + "; hand in one");
        } else if (layout.home != null) {
            layout.placeAllBelow(layout.home + "src/main/", all);
        } else {
            layout.placeByPackage(own, examples(workspace.module(module.module())));
            layout.placeResources(all);
        }
        layout.mustDifferInMoreThanCase();
        return layout;
    }

    private void placeAllBelow(String top, Map<String, Item> all) {
        all.forEach((path, item) -> {
            if (path.startsWith(top)) {
                placed.put("src/main/" + path.substring(top.length()), item);
            }
        });
    }

    private void placeByPackage(List<JavaFile> own, Set<String> examples) throws Unusable {
        Map<String, JavaFile> byPlace = new HashMap<>();
        for (JavaFile file : own) {
            if (!examples.contains(file.path().substring(file.path().lastIndexOf('/') + 1))) {
                JavaFile other = byPlace.putIfAbsent(file.place(), file);
                if (other == null) {
                    placed.put(file.place(), file.item());
                } else if (!Arrays.equals(other.content(), file.content())) {
                    errors.add("error: " + other.item().shown() + " and "
                            + file.item().shown() + " have the same name and package; hand in one");
                }
            }
        }
    }

    private void placeResources(Map<String, Item> all) {
        for (String resource : module.resources()) {
            all.forEach((path, item) -> {
                if (("/" + path).endsWith("/" + resource)) {
                    placed.put("src/main/resources/" + resource, item);
                }
            });
        }
    }

    /** On some systems they would be one file. */
    private void mustDifferInMoreThanCase() {
        Map<String, String> seen = new HashMap<>();
        for (String place : placed.keySet()) {
            String other = seen.putIfAbsent(place.toLowerCase(Locale.ROOT), place);
            if (other != null) {
                errors.add("error: the names of " + other + " and " + place + " differ only in upper and lower case");
            }
        }
    }

    private static Set<String> examples(Path module) {
        Path tests = module.resolve("src/test/java");
        if (!Files.isDirectory(tests)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.walk(tests)) {
            return all.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw Workspace.unreadable(tests, e);
        }
    }

    /** Where the module's directory is in what was handed in; nothing if only files of it were. */
    @Nullable
    String home() {
        return home;
    }

    /** Whether a file is one of those that are judged or spoken of by the judge. */
    boolean has(Item item) {
        return placed.containsValue(item);
    }

    /** Writes the files. */
    HandedIn write(Path directory) throws Unusable {
        Map<String, String> names = new HashMap<>();
        Workspace.directory(directory);
        for (Map.Entry<String, Item> file : placed.entrySet()) {
            Path to = directory.resolve(file.getKey());
            Workspace.directoryOf(to);
            try {
                Files.write(to, file.getValue().bytes());
            } catch (IOException e) {
                throw Workspace.unwritable(to, e);
            }
            names.put(module.directory() + file.getKey(), file.getValue().name());
        }
        return new HandedIn(module, directory, names, List.copyOf(errors));
    }
}
