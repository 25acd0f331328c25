package edgecraft.workshop.sandbox;

import edgecraft.workshop.MachineFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What of the system a JVM needs to run: the C library and its like, two small tools, and the JDK itself. */
public final class SystemFiles {

    /** Sets the limits that a process hands on to its children. */
    static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    /** Takes another user's id. */
    static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private static final List<Path> LIBRARIES =
            Stream.of("/lib", "/lib64", "/usr/lib", "/usr/lib64").map(Path::of).toList();
    private static final Path LIBRARY_CACHE = Path.of("/etc/ld.so.cache");

    private SystemFiles() {}

    /** All of them that there are; where {@code /lib} is a link, it is not among them. */
    public static List<Path> present() {
        return Stream.of(
                        LIBRARIES.stream().filter(directory -> Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)),
                        Stream.of(LIBRARY_CACHE, PRLIMIT, SETPRIV).filter(Files::isRegularFile),
                        jdk().stream())
                .flatMap(files -> files)
                .toList();
    }

    /** Directories of libraries that are links. */
    static List<Path> links() {
        return LIBRARIES.stream().filter(Files::isSymbolicLink).toList();
    }

    /** The JDK that runs this, and what its links point to: some systems keep its configuration elsewhere. */
    private static List<Path> jdk() {
        Path home = Path.of(System.getProperty("java.home"));
        return Stream.concat(
                        Stream.of(home),
                        Stream.of("conf", "lib").flatMap(part -> targetsOutside(home, home.resolve(part)).stream()))
                .distinct()
                .toList();
    }

    private static List<Path> targetsOutside(Path home, Path part) {
        try (Stream<Path> files = Files.walk(part)) {
            return files.filter(Files::isSymbolicLink)
                    .map(SystemFiles::target)
                    .filter(target -> !target.startsWith(home) && Files.exists(target))
                    .toList();
        } catch (IOException e) {
            throw new MachineFault(
                    "the JDK in " + home + " can't be looked at (" + e.getMessage() + ").",
                    "Install a JDK that your user can read, and run the command again.",
                    e);
        }
    }

    static Path target(Path link) {
        try {
            return link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
