package edgecraft.workshop.subject;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands out the subject that runs now, and a new one when the last has ended. */
public final class SubjectPool implements AutoCloseable {

    private final Path temporary;
    private final Function<Path, SubjectOptions> options;
    private final List<Subject> launched = new ArrayList<>();
    private @Nullable Subject current;

    /**
     * @param temporary where each subject gets a directory
     * @param options of a subject that may write to the given directory
     */
    public SubjectPool(Path temporary, Function<Path, SubjectOptions> options) {
        this.temporary = temporary;
        this.options = options;
    }

    /** A subject that was alive a moment ago. */
    public synchronized Subject current() {
        if (current == null || !current.isAlive()) {
            current = launch();
        }
        return current;
    }

    /** Starts one in the background, for whoever asks first. If it does not start, who asks is told. */
    public void prepare() {
        Thread starter = new Thread(
                () -> {
                    try {
                        current();
                    } catch (MachineFault toldLater) {
                        // The next to ask tries again and hears of it.
                    }
                },
                "edgecraft-subject-start");
        starter.setDaemon(true);
        starter.start();
    }

    /** Ends the current subject, so that the next to ask gets a fresh one. */
    public synchronized void renew() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    private Subject launch() {
        Path own = Workspace.directory(temporary.resolve("subject-" + launched.size()));
        Subject subject = Subject.launch(options.apply(own));
        launched.add(subject);
        return subject;
    }

    @Override
    public synchronized void close() {
        launched.forEach(Subject::close);
        current = null;
    }
}
