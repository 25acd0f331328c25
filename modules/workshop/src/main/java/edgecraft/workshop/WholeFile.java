package edgecraft.workshop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole or not at all, whatever happens to whoever writes them. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Replaces a file in one move: a write that is interrupted, or finds the disk full, leaves the old one.
     *
     * @throws MachineFault if it can't be written
     */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with bytes. */
    public static synchronized void write(Path file, byte[] content) {
        Workspace.directoryOf(file);
        // Not a temporary file: those are readable by their owner only.
        Path fresh = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        try {
            fill(fresh, ByteBuffer.wrap(content));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Workspace.delete(fresh);
            throw Workspace.unwritable(file, e);
        }
    }

    private static void fill(Path file, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
