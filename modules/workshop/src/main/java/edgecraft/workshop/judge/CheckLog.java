package edgecraft.workshop.judge;

import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the instances of a check printed, in a file of its own if there is a place for it. */
final class CheckLog {

    private static final int LAST_LINES = 12;

    /** A frame of a stack trace that is not in a learner's code. */
    private static final Pattern FOREIGN_FRAME =
            Pattern.compile("\\s+(at (?!edgecraft\\.(?!kit\\.))|\\.\\.\\. \\d+ more).*");

    private final @Nullable Path path;
    private List<String> lines = List.of();

    CheckLog(@Nullable Path directory, String check) {
        this.path = directory == null ? null : directory.resolve(check.replace('/', '-') + ".log");
    }

    /** Replaces the file; no output, no file. */
    void write(String printed) {
        lines = printed.lines().toList();
        if (path != null) {
            write(path, printed);
        }
    }

    private static void write(Path path, String printed) {
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

    /** The last lines, of stack traces only what a learner can do something about; the file has the rest. */
    List<String> lastLines() {
        List<String> telling = lines.stream()
                .filter(line -> !FOREIGN_FRAME.matcher(line).matches())
                .toList();
        return telling.subList(Math.max(0, telling.size() - LAST_LINES), telling.size());
    }
}
