package edgecraft.workshop.judge;

import edgecraft.kit.canary.CanaryBrief;
import edgecraft.workshop.sandbox.Bubblewrap;
import edgecraft.workshop.sandbox.SystemFiles;
import edgecraft.workshop.subject.SubjectOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a canary is told. It is made up from what the subject needs, not from the options of the sandbox: these may be wrong. */
final class Briefing {

    /** Documentation's own networks, which nobody has, and where clouds tell machines their secrets. */
    private static final List<String> OUTSIDE = List.of("192.0.2.1", "169.254.169.254");

    private Briefing() {}

    static CanaryBrief of(SubjectOptions options, List<String> secrets, List<String> sockets, long decoy) {
        String home = System.getProperty("user.home");
        Stream<String> judges = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !options.readable().contains(Path.of(path)));
        Stream<Path> made = Stream.of(
                        "/etc/hosts", "/etc/nsswitch.conf", "/proc", "/dev", "/lib", "/lib64", "/usr/lib64")
                .map(Path::of);
        return new CanaryBrief(
                strings(Stream.of(
                                SystemFiles.present().stream(),
                                options.readable().stream(),
                                made,
                                Stream.of(options.temporary()))
                        .flatMap(paths -> paths)),
                strings(options.readable().stream()),
                options.temporary().toString(),
                Stream.concat(Stream.concat(secrets.stream(), judges), Stream.of(home + "/.bash_history"))
                        .toList(),
                List.copyOf(sockets),
                OUTSIDE,
                ProcessHandle.current().pid(),
                decoy,
                Bubblewrap.MOST_THREADS,
                Bubblewrap.MOST_DISK,
                0);
    }

    private static List<String> strings(Stream<Path> paths) {
        return paths.map(Path::toString).toList();
    }
}
