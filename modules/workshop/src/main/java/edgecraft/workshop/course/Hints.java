package edgecraft.workshop.course;

import edgecraft.workshop.MachineFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code HINTS.md}: a section {@code ## 1.1 …} for each step, in it a part {@code ### …} for each time one asks. */
public final class Hints {

    private Hints() {}

    /**
     * The parts of a step's hint, the question first.
     *
     * @throws MachineFault if the file is gone or has no such section
     */
    public static List<String> of(Path file, String step) {
        List<String> parts = new ArrayList<>();
        boolean inSection = false;
        for (String line : read(file)) {
            if (line.startsWith("## ")) {
                inSection = line.startsWith("## " + step + " ");
            } else if (inSection && line.startsWith("### ")) {
                parts.add(line.substring(4) + "\n");
            } else if (inSection && !parts.isEmpty()) {
                parts.set(parts.size() - 1, parts.get(parts.size() - 1) + "\n" + line);
            }
        }
        if (parts.isEmpty()) {
            throw new MachineFault(
                    file + " has no hint for step " + step + ".", "Restore it from git, or from the edition's zip.");
        }
        return parts.stream().map(Hints::tidy).toList();
    }

    private static String tidy(String part) {
        return part.replaceAll("\n{3,}", "\n\n").strip();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new MachineFault("can't read " + file + ".", "Restore it from git, or from the edition's zip.", e);
        }
    }
}
