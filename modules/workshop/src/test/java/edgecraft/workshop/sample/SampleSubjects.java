package edgecraft.workshop.sample;

import edgecraft.kit.host.Host;
import edgecraft.workshop.sandbox.Bubblewrap;
import edgecraft.workshop.subject.SubjectOptions;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Subjects that have the entry classes beside this one for a learner's. */
public final class SampleSubjects {

    private SampleSubjects() {}

    /** How to start one that writes to this directory. */
    public static SubjectOptions in(Path temporary) {
        return new SubjectOptions(
                classPath(),
                List.of(placeOf(EatsItsHeap.class)),
                SubjectOptions.ORDINARY_HEAP,
                temporary.resolve("none.jsa"),
                false,
                temporary,
                List.of(),
                false,
                0,
                null);
    }

    /** The same in a sandbox. */
    public static SubjectOptions in(SubjectOptions options, Bubblewrap sandbox) {
        return new SubjectOptions(
                options.classPath(),
                options.classes(),
                options.heap(),
                options.archive(),
                options.record(),
                options.temporary(),
                options.jvm(),
                options.echo(),
                options.debugPort(),
                sandbox);
    }

    /** The kit, and every library that these tests have. */
    public static List<Path> classPath() {
        return Stream.concat(
                        Stream.of(placeOf(Host.class)),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> entry.endsWith(".jar"))
                                .map(Path::of))
                .toList();
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
