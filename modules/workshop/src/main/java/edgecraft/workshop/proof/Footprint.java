package edgecraft.workshop.proof;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.stage.Sha256Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is in a clone and what is not to be found beside it, so that it can be told what a run has left behind.
 *
 * @param files from each file, but for those the tool writes, to what is in it
 */
record Footprint(TreeMap<String, String> files) {

    /** In the name of whatever a cheat writes where it should not. */
    private static final String MARK = "edgecraft-cheat";

    /** What a check writes, below the tool's directory. Its runs are not among it: they are gone when it is over. */
    private static final List<String> WRITTEN = List.of("logs/", "classes/", "progress.json", "progress.lock");

    /** What is there now. */
    static Footprint of(Workspace clone) {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(clone.root())) {
            all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !isWritten(clone, file))
                    .forEach(file -> files.put(clone.root().relativize(file).toString(), content(file)));
        } catch (IOException e) {
            throw Workspace.unwritable(clone.root(), e);
        }
        for (String elsewhere : List.of("java.io.tmpdir", "user.home")) {
            try (Stream<Path> all = Files.list(Path.of(System.getProperty(elsewhere)))) {
                all.filter(file -> file.getFileName().toString().contains(MARK))
                        .forEach(file -> files.put(file.toString(), "there"));
            } catch (IOException e) {
                throw Workspace.unwritable(Path.of(System.getProperty(elsewhere)), e);
            }
        }
        return new Footprint(files);
    }

    private static boolean isWritten(Workspace clone, Path file) {
        return file.startsWith(clone.state())
                && WRITTEN.stream()
                        .anyMatch(clone.state().relativize(file).toString().replace('\\', '/')::startsWith);
    }

    private static String content(Path file) {
        try {
            return Files.isSymbolicLink(file)
                    ? Files.readSymbolicLink(file).toString()
                    : Sha256Manifest.hash(Files.readAllBytes(file));
        } catch (IOException e) {
            throw Workspace.unwritable(file, e);
        }
    }

    /** What has changed since, a few words each. */
    List<String> changes(Footprint before) {
        TreeSet<String> names = new TreeSet<>(files.keySet());
        names.addAll(before.files.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(files.get(name), before.files.get(name)))
                .map(name -> name + (before.files.containsKey(name) ? " is changed" : " is left behind"))
                .toList();
    }
}
