package edgecraft.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/** A file with the bytes of one answer, which is deleted when nobody holds it any more. */
final class Body {

    static final int PIECE = 16 * 1024;

    private final Path file;
    private final AtomicInteger holders = new AtomicInteger(1);

    Body(Path file) {
        this.file = file;
    }

    /** Holds it, so that it stays; false if it is gone already. */
    boolean hold() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Lets it go. Whoever does so last deletes it. */
    void letGo() {
        if (holders.decrementAndGet() == 0) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                // The directory is emptied when the edge stops.
            }
        }
    }

    /** How many bytes it has now. */
    long size() throws IOException {
        return Files.size(file);
    }

    /** A channel at its end, for the one who fills it. */
    FileChannel openToWrite() throws IOException {
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    /** A channel at its beginning. Only for those who hold it. */
    FileChannel openToRead() throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /** Copies some of its bytes, in pieces. Only for those who hold it. */
    void copyTo(OutputStream out, long first, long count) throws IOException {
        if (count == 0) {
            return;
        }
        try (FileChannel in = openToRead()) {
            copy(in, first, first + count, out);
        }
    }

    /** Copies what is from one position to another. */
    static void copy(FileChannel in, long from, long to, OutputStream out) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, to - from));
        for (long position = from; position < to; position += piece.limit()) {
            piece.clear().limit((int) Math.min(piece.capacity(), to - position));
            fill(in, piece, position);
            out.write(piece.array(), 0, piece.limit());
            out.flush();
        }
    }

    private static void fill(FileChannel in, ByteBuffer piece, long position) throws IOException {
        while (piece.hasRemaining()) {
            if (in.read(piece, position + piece.position()) < 0) {
                throw new IOException("a file is shorter than it was");
            }
        }
    }
}
