package edgecraft.workshop.sandbox;

import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
        List<String> options = new ArrayList<>(APART);
        options.addAll(
                root
                        ? List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID")
                        : List.of("--unshare-user", "--disable-userns"));
        options.addAll(new View(readable, temporary).options());
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

    private static boolean isRoot() {
        try {
            Path map = Path.of("/proc/self/uid_map");
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                    && Files.readString(map).strip().matches("0\\s+0\\s+4294967295");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }

    /** What is to be seen in the sandbox: everything stands where it stands outside. */
    private record View(List<Path> readable, Path temporary) {

        private List<String> options() {
            List<String> options = new ArrayList<>();
            TreeSet<Path> all = new TreeSet<>(SystemFiles.present());
            all.addAll(readable);
            List<Path> shown = new ArrayList<>();
            for (Path path : all) {
                if (shown.stream().noneMatch(path::startsWith)) {
                    shown.add(path);
                }
            }
            Path etc = Path.of("/etc");
            directories(shown, etc).forEach(directory -> options.addAll(List.of("--dir", directory.toString())));
            shown.forEach(path -> options.addAll(List.of("--ro-bind", path.toString(), path.toString())));
            for (Path link : SystemFiles.links()) {
                options.addAll(List.of("--symlink", SystemFiles.target(link).toString(), link.toString()));
            }
            names().forEach((name) -> options.addAll(List.of(
                    "--ro-bind",
                    name.toString(),
                    etc.resolve(name.getFileName()).toString())));
            options.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"));
            options.addAll(List.of("--perms", "1777", "--size", Long.toString(MOST_DISK)));
            options.addAll(List.of("--tmpfs", temporary.toString(), "--chdir", temporary.toString()));
            options.addAll(List.of("--remount-ro", "/"));
            return options;
        }

        /** Made by name, since others than their owner could not pass through those that bubblewrap makes by itself. */
        private TreeSet<Path> directories(List<Path> shown, Path etc) {
            TreeSet<Path> directories = new TreeSet<>(List.of(etc));
            List<Path> places = new ArrayList<>(shown);
            places.add(temporary);
            for (Path place : places) {
                for (Path above = place.getParent();
                        above != null && above.getParent() != null;
                        above = above.getParent()) {
                    directories.add(above);
                }
            }
            return directories;
        }

        /** The only name there is, so that nobody waits for a name server. */
        private List<Path> names() {
            Path hosts = temporary.resolve("hosts");
            Path order = temporary.resolve("nsswitch.conf");
            try {
                Files.writeString(hosts, "127.0.0.1 localhost subject\n");
                Files.writeString(order, "hosts: files\n");
            } catch (IOException e) {
                throw Workspace.unwritable(temporary, e);
            }
            return List.of(hosts, order);
        }
    }
}
