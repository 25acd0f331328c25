package edgecraft.edge;

import java.util.concurrent.ThreadFactory;

/** Makes threads that keep no program alive. */
final class Threads {

    private Threads() {}

    /** Threads with this name. */
    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
