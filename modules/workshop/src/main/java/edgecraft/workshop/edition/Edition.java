package edgecraft.workshop.edition;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.stage.Sha256Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A learners' edition, unpacked or in its zip.
 *
 * @param root its top directory
 * @param name for example {@code Edgecraft 0.1.0 (commit 1a2b3c4)}
 * @param files what it came with, but for the list itself
 */
public record Edition(Path root, String name, Sha256Manifest files) {

    /** Its list of files, relative to the top. The launcher and the installation know an edition by it. */
    public static final String LIST = "tool/edition.sha256";

    /** Our own jars, as Maven finds them. */
    public static final String REPOSITORY = "tool/repository";

    /** The jars of the hidden checks, and the one of the pristine starters. */
    public static final String CHECKS = "tool/checks";

    /** The edition in this directory; nothing if there is none, as in a clone. */
    public static Optional<Edition> in(Path root) {
        Path list = root.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(list);
            String name = text.lines().findFirst().orElse("").replaceFirst("^# ", "");
            return Optional.of(new Edition(root, name, Sha256Manifest.parse(text)));
        } catch (IOException e) {
            throw Workspace.unreadable(list, e);
        }
    }

    /** The text of the list of files. */
    static String list(String name, Sha256Manifest files) {
        return "# " + name + "\n" + files.format();
    }

    /** Whether a file below the top is what it was when the edition was made. */
    public boolean isAsItCame(Path file) {
        String name = root.relativize(file).toString().replace('\\', '/');
        return hash(name).equals(Optional.ofNullable(files.hashes().get(name)));
    }

    /** What a file is here: its hash, or nothing if there is none. */
    Optional<String> hash(String file) {
        Path path = root.resolve(file);
        try {
            return Files.isRegularFile(path)
                    ? Optional.of(Sha256Manifest.hash(Files.readAllBytes(path)))
                    : Optional.empty();
        } catch (IOException e) {
            throw Workspace.unreadable(path, e);
        }
    }

    /** Which of its files are not what they were when it was made, or have names that lead elsewhere. */
    List<String> damaged() {
        return files.hashes().keySet().stream()
                .filter(file -> leadsElsewhere(file) || !isAsItCame(root.resolve(file)))
                .toList();
    }

    private static boolean leadsElsewhere(String file) {
        return file.startsWith("/")
                || file.contains("\\")
                || file.contains(":")
                || List.of(file.split("/")).contains("..");
    }
}
