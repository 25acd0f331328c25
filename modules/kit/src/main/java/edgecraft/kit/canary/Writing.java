package edgecraft.kit.canary;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Tries to write where a learner's code may not: beside its temporary directory, and over its own class path. */
final class Writing {

    private static final List<String> PLACES =
            List.of("/", "/dev", "/dev/shm", "/etc", "/home", "/proc", "/root", "/run", "/tmp", "/usr/lib", "/var/tmp");

    private Writing() {}

    static List<String> outside(CanaryBrief brief) {
        Path temporary = Path.of(brief.temporary());
        Stream<Path> around = Stream.iterate(temporary.getParent(), place -> place != null, Path::getParent);
        List<String> escapes = new ArrayList<>();
        Stream.concat(Stream.concat(PLACES.stream(), brief.classPath().stream()).map(Path::of), around)
                .distinct()
                .filter(place -> Files.isDirectory(place) ? canMakeFile(place) : canAppend(place))
                .forEach(place -> escapes.add("write to " + place));
        return escapes;
    }

    private static boolean canMakeFile(Path directory) {
        try {
            Files.delete(Files.createFile(directory.resolve("edgecraft-canary-" + UUID.randomUUID())));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** It would be enough to open it: nothing is written. */
    private static boolean canAppend(Path file) {
        try (OutputStream opened = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            opened.flush();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
