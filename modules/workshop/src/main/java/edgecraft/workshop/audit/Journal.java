package edgecraft.workshop.audit;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What an audit has found so far: a line a trial, written when it is over. Whatever ends the audit, the next one goes on from
 * here; a line that was not written to its end was never there.
 */
final class Journal implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Ctrl-C reaches subjects, too: what a check says of one that has just died says nothing of the code in it. */
    private static final long DOUBTFUL_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Path file;
    private final FileChannel channel;
    private final LongSupplier nanos;
    private final List<Entry> entries = new ArrayList<>();
    private final IdentityHashMap<Entry, Long> added = new IdentityHashMap<>();
    private boolean interrupted;

    private Journal(Path file, FileChannel channel, LongSupplier nanos) {
        this.file = file;
        this.channel = channel;
        this.nanos = nanos;
    }

    /**
     * Opens a journal, for nobody else until it is closed. Those of other inputs are of no more use, and go.
     *
     * @param directory where journals are
     * @param about what it is of
     * @param inputs a hash of everything that what it holds follows from
     * @throws Misuse if another audit has it open
     */
    static Journal open(Path directory, String about, String inputs) {
        return open(directory, about, inputs, System::nanoTime);
    }

    static Journal open(Path directory, String about, String inputs, LongSupplier nanos) {
        Path file = Workspace.directory(directory).resolve(about + "." + inputs + ".jsonl");
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, about + ".*.jsonl")) {
            for (Path other : all) {
                if (!other.equals(file)) {
                    Files.deleteIfExists(other);
                }
            }
        } catch (IOException e) {
            throw Workspace.unwritable(directory, e);
        }
        return open(file, nanos);
    }

    private static Journal open(Path file, LongSupplier nanos) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new Misuse("another audit of the same is under way in this clone; wait for it, or end it.");
            }
            Journal journal = new Journal(file, channel, nanos);
            journal.read();
            return journal;
        } catch (IOException e) {
            throw Workspace.unwritable(file, e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisJvm) {
            return false;
        }
    }

    private void read() throws IOException {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (all.hasRemaining() && channel.read(all) >= 0) {
            // Until it is full.
        }
        String text = StandardCharsets.UTF_8.decode(all.flip()).toString();
        for (String line : text.split("\n")) {
            try {
                entries.add(JSON.readValue(line, Entry.class));
            } catch (JacksonException torn) {
                // It is judged again.
            }
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            rewrite();
        }
    }

    /** What is known of a trial. */
    synchronized Optional<Entry> find(Trial trial) {
        return entries.stream().filter(entry -> entry.isOf(trial)).findFirst();
    }

    /** Keeps what came of a trial. After an interruption it never returns: nobody is to be told of that. */
    synchronized void append(Entry entry) {
        try {
            while (interrupted) {
                wait();
            }
            entries.add(entry);
            added.put(entry, nanos.getAsLong());
            write(entry);
        } catch (IOException e) {
            throw Workspace.unwritable(file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The whole tool is ending: takes back what came in last, and takes no more. */
    synchronized void interrupt() {
        interrupted = true;
        long now = nanos.getAsLong();
        keepOnly(entry -> !added.containsKey(entry) || now - added.get(entry) > DOUBTFUL_NANOS);
    }

    /** Forgets what is known of these trials. */
    synchronized void forget(List<Trial> trials) {
        keepOnly(entry -> trials.stream().noneMatch(entry::isOf));
    }

    private void keepOnly(Predicate<Entry> which) {
        if (entries.removeIf(which.negate())) {
            try {
                rewrite();
            } catch (IOException e) {
                throw Workspace.unwritable(file, e);
            }
        }
    }

    private void rewrite() throws IOException {
        channel.truncate(0);
        for (Entry entry : entries) {
            write(entry);
        }
    }

    /** With one write, so that at most the last line is torn. */
    private void write(Entry entry) throws IOException {
        ByteBuffer line = StandardCharsets.UTF_8.encode(JSON.writeValueAsString(entry) + "\n");
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Workspace.unwritable(file, e);
        }
    }
}
