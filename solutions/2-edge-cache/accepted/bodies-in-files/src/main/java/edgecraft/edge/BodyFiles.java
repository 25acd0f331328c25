package edgecraft.edge;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The directory in which one edge keeps the bytes of its bodies; it goes when the edge does. */
final class BodyFiles implements Closeable {

    private final Path directory;
    private final AtomicLong made = new AtomicLong();

    BodyFiles() {
        try {
            directory = Files.createTempDirectory("edgecraft-edge-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new and empty file, held once. */
    Body create() throws IOException {
        return new Body(Files.createFile(directory.resolve("body-" + made.incrementAndGet())));
    }

    @Override
    public void close() throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(directory)) {
            left = files.toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(directory);
    }
}
