package edgecraft.workshop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Which files are in a directory, and when each was last changed. Looking is slower than being told, but works on every file
 * system, network mounts included. */
record SourceSnapshot(Map<Path, FileTime> files) {

    private static final long LOOK_EVERY_MILLIS = 300;

    static SourceSnapshot of(Path directory) {
        Map<Path, FileTime> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.getLastModifiedTime(file));
            }
        } catch (NoSuchFileException saving) {
            // An editor is replacing a file; the next look will see it.
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            // The same.
        }
        return new SourceSnapshot(files);
    }

    /** Returns true when the directory differs from this and has then been the same for two looks. */
    boolean awaitChange(Path directory) throws InterruptedException {
        SourceSnapshot last = this;
        while (true) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            SourceSnapshot now = of(directory);
            if (!now.equals(this) && now.equals(last)) {
                return true;
            }
            last = now;
        }
    }
}
