package edgecraft.workshop.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How subjects are kept apart from the machine: each is a process of its own with limits and a scrubbed environment, and may
 * be in a sandbox besides.
 *
 * @param sandbox the sandbox, if there is one
 * @param notes why there is none although one was asked for
 */
public record Isolation(@Nullable Bubblewrap sandbox, List<String> notes) {

    /** A process of its own, and no more. */
    public static final Isolation PROCESS = new Isolation(null, List.of());

    /** In a sandbox as well. */
    public static Isolation sandboxed() {
        return new Isolation(Bubblewrap.here(), List.of());
    }

    /** No more than a process, and somebody should know why. */
    public static Isolation onlyProcess(String why) {
        return new Isolation(null, List.of(why));
    }

    /** As reports say it: {@code bubblewrap} or {@code none}. */
    public String word() {
        return sandbox == null ? "none" : "bubblewrap";
    }
}
