package edgecraft.workshop.judge;

import static edgecraft.workshop.sandbox.Holes.in;
import static edgecraft.workshop.sandbox.Holes.instead;
import static edgecraft.workshop.sandbox.Holes.with;
import static edgecraft.workshop.sandbox.Holes.without;

import edgecraft.workshop.sample.SampleSubjects;
import edgecraft.workshop.sandbox.Bubblewrap;
import edgecraft.workshop.subject.SubjectOptions;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lets a canary into one sandbox, in a JVM of its own: what it could do is printed, a line each. */
final class CanaryRun {

    /** Sandboxes, all but the first with a hole. */
    enum Cage {
        WITHOUT_A_HOLE,
        SECRET_BOUND,
        STRANGER_BOUND,
        ROOT_WRITABLE,
        CLASSES_WRITABLE,
        PROCESSES_SHARED,
        PROCESSES_AND_FILES_SHARED,
        CAPABILITY_LEFT,
        SESSION_SHARED,
        SOCKET_BOUND,
        NETWORK_SHARED,
        THREADS_UNLIMITED,
        DISK_UNLIMITED,
        MEMORY_UNLIMITED;

        Bubblewrap bubblewrap(Path place, SubjectOptions subject) {
            String classes = subject.classes().get(0).toString();
            return switch (this) {
                case WITHOUT_A_HOLE, NETWORK_SHARED, MEMORY_UNLIMITED -> Bubblewrap.here();
                case SECRET_BOUND ->
                    in(with("--ro-bind", secret(place).toString(), secret(place).toString()));
                case STRANGER_BOUND -> in(with("--ro-bind", "/usr/share", "/usr/share"));
                case ROOT_WRITABLE -> in(without("--remount-ro", "/"));
                case CLASSES_WRITABLE ->
                    in(instead(List.of("--ro-bind", classes, classes), List.of("--bind", classes, classes)));
                case PROCESSES_SHARED -> in(Cage::sharingProcesses);
                case PROCESSES_AND_FILES_SHARED ->
                    in(options -> with("--bind", "/tmp", "/tmp").apply(sharingProcesses(options)));
                case CAPABILITY_LEFT -> in(with("--cap-add", "CAP_NET_ADMIN"));
                case SESSION_SHARED -> in(without("--new-session"));
                case SOCKET_BOUND ->
                    in(with("--ro-bind", socket(place).toString(), socket(place).toString()));
                case THREADS_UNLIMITED -> in(without("--nproc=" + Bubblewrap.MOST_THREADS));
                case DISK_UNLIMITED -> in(without("--size", Long.toString(Bubblewrap.MOST_DISK)));
            };
        }

        private static List<String> sharingProcesses(List<String> options) {
            return instead(List.of("--proc", "/proc"), List.of("--ro-bind", "/proc", "/proc"))
                    .apply(without("--unshare-pid").apply(options));
        }
    }

    private CanaryRun() {}

    /** @param arguments the name of a {@link Cage}, and an empty directory */
    public static void main(String[] arguments) throws IOException {
        Cage cage = Cage.valueOf(arguments[0]);
        Path place = Path.of(arguments[1]);
        Files.writeString(secret(place), "not for learners");
        SubjectOptions subject = SampleSubjects.in(Files.createDirectory(place.resolve("temporary")));
        SubjectOptions caged = SampleSubjects.in(subject, cage.bubblewrap(place, subject));
        try (ServerSocketChannel open = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            open.bind(UnixDomainSocketAddress.of(socket(place)));
            // The canary uses what it may use, and calls that an escape.
            int beyond = cage == Cage.MEMORY_UNLIMITED ? -300 : 64;
            SandboxProof.escapes(
                            caged,
                            List.of(secret(place).toString()),
                            List.of(socket(place).toString()),
                            beyond)
                    .forEach(System.out::println);
        }
        System.exit(0);
    }

    static Path secret(Path place) {
        return place.resolve("secret");
    }

    static Path socket(Path place) {
        return place.resolve("socket");
    }
}
