package edgecraft.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Where files of a learner's go that make room for others: they are moved, never deleted.
 *
 * @param directory below {@code .edgecraft/aside}, for this occasion
 */
public record Aside(Path directory) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    /** A new place. */
    public static Aside of(Workspace workspace, String occasion) {
        return new Aside(workspace
                .state()
                .resolve("aside")
                .resolve(occasion + "-" + STAMP.format(LocalDateTime.now(ZoneId.systemDefault()))));
    }

    /** Moves a file there, under the name that it has below a directory. */
    public void take(Path below, String file) {
        Path to = directory.resolve(file);
        try {
            Workspace.directoryOf(to);
            Files.move(below.resolve(file), to);
        } catch (IOException e) {
            throw Workspace.unwritable(to, e);
        }
    }
}
