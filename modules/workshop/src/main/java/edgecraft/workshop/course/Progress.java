package edgecraft.workshop.course;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import edgecraft.workshop.WholeFile;
import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
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

        /** A file that leaves something out is none of ours. */
        public State {
            Objects.requireNonNull(verdicts);
            Objects.requireNonNull(hints);
        }

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
        try {
            return stored();
        } catch (JacksonException damaged) {
            // Looked at once more under the lock: meanwhile another command may have written a good one.
            return locked(this::storedOrSetAside);
        } catch (IOException e) {
            throw Workspace.unwritable(file, e);
        }
    }

    private State stored() throws IOException {
        if (!Files.isRegularFile(file)) {
            return State.empty();
        }
        State state = JSON.readValue(file.toFile(), State.class);
        if (state == null) {
            throw new JsonParseException(null, "it says null");
        }
        return state;
    }

    private State storedOrSetAside() throws IOException {
        try {
            return stored();
        } catch (JacksonException damaged) {
            setAside();
            return State.empty();
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

    private void update(UnaryOperator<State> change) {
        locked(() -> {
            State changed = change.apply(storedOrSetAside());
            WholeFile.write(file, JSON.writeValueAsString(changed) + "\n");
            return changed;
        });
    }

    /** Two commands at once: one waits for the other, and neither loses what the other wrote. */
    private State locked(Work work) {
        Workspace.directoryOf(file);
        Path lock = file.resolveSibling("progress.lock");
        // A file lock keeps other JVMs out, but in its own it is an error to ask for it twice.
        synchronized (Progress.class) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                return work.run();
            } catch (IOException e) {
                throw Workspace.unwritable(file, e);
            }
        }
    }

    private interface Work {
        State run() throws IOException;
    }

    private void setAside() throws IOException {
        Path aside = file.resolveSibling("progress.damaged.json");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        System.err.println("note: .edgecraft/progress.json could not be read and is now " + aside.getFileName()
                + "; ./workshop check makes it anew.");
    }
}
