package edgecraft.workshop.course;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How far a learner has come: the last verdict of every check, and how many parts of a hint were shown. The file is replaced
 * in one move, so that an interrupted write leaves the old one; a file that can't be read is set aside, never lost.
 */
public final class Progress {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    /** The progress of a clone. */
    public Progress(Workspace workspace) {
        this.file = workspace.state().resolve("progress.json");
    }

    /**
     * What is kept.
     *
     * @param version of the file's format
     * @param verdicts from a check's id to {@code passed}, {@code failed} or {@code waiting}
     * @param hints from a step's id to how many parts of its hint were shown
     */
    public record State(int version, Map<String, String> verdicts, Map<String, Integer> hints) {

        static final int VERSION = 1;

        static State empty() {
            return new State(VERSION, new TreeMap<>(), new TreeMap<>());
        }

        /** Whether this check passed when it was last run. */
        public boolean passed(String check) {
            return "passed".equals(verdicts.get(check));
        }
    }

    /** What is known now. */
    public State read() {
        if (!Files.isRegularFile(file)) {
            return State.empty();
        }
        try {
            return JSON.readValue(file.toFile(), State.class);
        } catch (JacksonException damaged) {
            setAside();
            return State.empty();
        } catch (IOException e) {
            throw Workspace.unwritable(file, e);
        }
    }

    /** Keeps these verdicts beside those of other checks. */
    public void keep(Map<String, String> verdicts) {
        update(state -> {
            state.verdicts().putAll(verdicts);
            return state;
        });
    }

    /** Forgets the verdicts of these checks. */
    public void forget(Collection<String> checks) {
        update(state -> {
            state.verdicts().keySet().removeAll(checks);
            return state;
        });
    }

    /** Counts one more shown part of a step's hint, up to a number. */
    public void showHint(String step, int most) {
        update(state -> {
            state.hints().merge(step, 1, (shown, one) -> Math.min(shown + one, most));
            return state;
        });
    }

    /** Two commands at once: one waits for the other, and neither loses what the other wrote. */
    private void update(UnaryOperator<State> change) {
        Workspace.directoryOf(file);
        // A file lock keeps other JVMs out, but in its own it is an error to ask for it twice.
        synchronized (Progress.class) {
            updateLocked(change);
        }
    }

    private void updateLocked(UnaryOperator<State> change) {
        Path lock = file.resolveSibling("progress.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            Path fresh = Files.createTempFile(file.getParent(), "progress", ".new");
            JSON.writeValue(fresh.toFile(), change.apply(read()));
            try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Workspace.unwritable(file, e);
        }
    }

    private void setAside() {
        try {
            Path aside = file.resolveSibling("progress.damaged.json");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            System.err.println("note: .edgecraft/progress.json could not be read and is now " + aside.getFileName()
                    + "; ./workshop check makes it anew.");
        } catch (IOException e) {
            throw Workspace.unwritable(file, e);
        }
    }
}
