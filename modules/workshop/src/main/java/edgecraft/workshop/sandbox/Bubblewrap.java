package edgecraft.workshop.sandbox;

import edgecraft.workshop.MachineFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * The command line of bubblewrap for a subject: what it sees of the machine, and how many threads and how much disk it may use.
 * It stays in the network of whoever starts it, which is the judge's {@link Enclosure}.
 */
public final class Bubblewrap {

    /** The most threads of all processes in a sandbox together: the largest crowd of viewers takes a third of them. */
    public static final int MOST_THREADS = 1024;

    /** The most that the temporary directory holds. It is memory, so it does not wear down a disk either. */
    public static final long MOST_DISK = 64L << 20;

    private static final List<String> APART = List.of(
            "--unshare-pid",
            "--unshare-ipc",
            "--unshare-uts",
            "--hostname",
            "subject",
            "--new-session",
            "--die-with-parent",
            "--cap-drop",
            "ALL");

    /** From here on nobody has an id by habit. */
    private static final int FIRST_USER = 0x7000_0000;

    private static final int USERS = 1 << 24;

    private final boolean root;
    private final UnaryOperator<List<String>> hole;

    /**
     * @param root whether the judge is the machine's root, and not only that of a namespace
     * @param hole for tests: changes the options and limits, to show that this is found out
     */
    Bubblewrap(boolean root, UnaryOperator<List<String>> hole) {
        this.root = root;
        this.hole = hole;
    }

    /** The one for this user on this machine. */
    public static Bubblewrap here() {
        return new Bubblewrap(isRoot(), UnaryOperator.identity());
    }

    /**
     * The command in a sandbox.
     *
     * @param readable files and directories that it sees beside those of the system
     * @param temporary an empty directory; the sandbox has another in its place, the only one that can be written to
     */
    public List<String> around(List<Path> readable, Path temporary, List<String> command) {
        if (root) {
            readable.forEach(Bubblewrap::mustBeReadable);
        }
        List<String> options = new ArrayList<>(APART);
        options.addAll(
                root
                        ? List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID")
                        : List.of("--unshare-user", "--disable-userns"));
        options.addAll(new SandboxView(readable, temporary).options());
        options.add("--");
        options.addAll(limits());
        List<String> words = new ArrayList<>(List.of("bwrap"));
        words.addAll(hole.apply(options));
        words.addAll(command);
        return words;
    }

    /**
     * The kernel counts threads by user, and never those of root: where the judge is root, each sandbox gets a user of its own;
     * elsewhere it has its own namespace of users, in which counting begins anew.
     */
    private List<String> limits() {
        List<String> words = new ArrayList<>();
        if (root) {
            String user =
                    Integer.toString(FIRST_USER + ThreadLocalRandom.current().nextInt(USERS));
            words.addAll(List.of(
                    SystemFiles.SETPRIV.toString(),
                    "--reuid",
                    user,
                    "--regid",
                    user,
                    "--clear-groups",
                    "--inh-caps=-all"));
        }
        words.addAll(List.of(SystemFiles.PRLIMIT.toString(), "--nproc=" + MOST_THREADS, "--core=0"));
        return words;
    }

    /** The user that root's sandbox runs as owns nothing. */
    private static void mustBeReadable(Path path) {
        try {
            if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ)) {
                throw new MachineFault(
                        "in a sandbox that root makes, the code runs as another user, who can't read " + path + ".",
                        "Let others read it (umask 022, chmod -R o+rX .edgecraft), or grade as an ordinary user; then run the"
                                + " command again.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        try {
            Path map = Path.of("/proc/self/uid_map");
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                    && Files.readString(map).strip().matches("0\\s+0\\s+4294967295");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }
}
