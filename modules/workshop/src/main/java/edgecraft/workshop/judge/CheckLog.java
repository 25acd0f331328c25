package edgecraft.workshop.judge;

import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the instances of a check printed, in a file of its own. */
final class CheckLog {

    private static final int LAST_LINES = 8;

    private final Path path;
    private List<String> lines = List.of();

    CheckLog(Path directory, String check) {
        this.path = directory.resolve(check.replace('/', '-') + ".log");
    }

    /** Replaces the file; no output, no file. */
    void write(String printed) {
        lines = printed.lines().toList();
        try {
            if (printed.isEmpty()) {
                Files.deleteIfExists(path);
            } else {
                Workspace.directoryOf(path);
                Files.writeString(path, printed);
            }
        } catch (IOException e) {
            throw Workspace.unwritable(path, e);
        }
    }

    @Nullable
    Path file() {
        return lines.isEmpty() ? null : path;
    }

    List<String> lastLines() {
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }
}
