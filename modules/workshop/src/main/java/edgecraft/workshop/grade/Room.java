package edgecraft.workshop.grade;

import edgecraft.workshop.Misuse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whose submissions there are. */
public final class Room {

    private Room() {}

    /**
     * Submissions by a name that no other has: that of the file or directory.
     *
     * @param paths the submissions, or with {@code each}, directories of which every entry is one
     * @throws Misuse if there is none
     */
    public static Map<String, Path> of(List<Path> paths, boolean each) {
        Map<String, Path> named = new LinkedHashMap<>();
        for (Path path : paths) {
            (each ? entries(path) : List.of(path)).forEach(entry -> named.put(free(name(entry), named), entry));
        }
        if (named.isEmpty()) {
            throw new Misuse(
                    "there is nothing in " + paths + "; name submissions, or with --each a directory of them.");
        }
        return named;
    }

    private static List<Path> entries(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new Misuse(directory + " is no directory: --each takes directories of submissions.");
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Misuse("can't read " + directory + ": " + e.getMessage() + ".");
        }
    }

    private static String name(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? "submission" : last.toString().replaceFirst("\\.(zip|git)$", "");
    }

    private static String free(String name, Map<String, Path> taken) {
        String free = name;
        for (int i = 2; taken.containsKey(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }
}
