package edgecraft.workshop.subject;

import edgecraft.workshop.sandbox.Bubblewrap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to start a subject.
 *
 * @param classPath the module's libraries
 * @param classes directories of the learner's classes and resources
 * @param heap the most heap its JVM may use, in MiB
 * @param archive a class archive that may or may not be there; it only saves time
 * @param record whether the subject, when it ends, writes that archive instead of using it
 * @param temporary the directory it may write to
 * @param jvm further options of its JVM, for example another locale
 * @param echo whether what it prints is shown at once
 * @param debugPort where a debugger may attach, or 0: the JVM then waits for it
 * @param sandbox what it runs in, if it is more than a process of its own
 */
public record SubjectOptions(
        List<Path> classPath,
        List<Path> classes,
        int heap,
        Path archive,
        boolean record,
        Path temporary,
        List<String> jvm,
        boolean echo,
        int debugPort,
        @Nullable Bubblewrap sandbox) {

    /** The heap of a subject that many checks share, in MiB. */
    public static final int ORDINARY_HEAP = 256;

    /** In MiB. As much as heap where many checks share a JVM: a client that nobody stops keeps its buffers to the end. */
    private static final int LEAST_DIRECT = 64;

    /** What a JVM needs beside heap and buffers, in MiB, and then some: code, classes, the stacks of a crowd. */
    private static final int BESIDE = 384;

    /** The most memory for direct buffers, in MiB. */
    int direct() {
        return Math.max(LEAST_DIRECT, heap);
    }

    /** The most memory of all processes of the subject together, where that is looked at, in MiB. */
    public int memory() {
        return heap + direct() + BESIDE;
    }

    /** The files and directories that it has to see beside those of the system. */
    public List<Path> readable() {
        return Stream.of(
                        classPath.stream(), classes.stream(), Stream.of(archive).filter(Files::isRegularFile))
                .flatMap(paths -> paths)
                .toList();
    }

    /** Of a subject in this JVM, of which only the directory means something. */
    static SubjectOptions inThisJvm(Path temporary) {
        return new SubjectOptions(
                List.of(),
                List.of(),
                ORDINARY_HEAP,
                temporary.resolve("none.jsa"),
                false,
                temporary,
                List.of(),
                false,
                0,
                null);
    }

    /** The same, writing to another directory. */
    public SubjectOptions in(Path directory) {
        return new SubjectOptions(classPath, classes, heap, archive, record, directory, jvm, echo, debugPort, sandbox);
    }

    /**
     * The same with another heap and more options. Such a subject has seen one check, so what it has loaded is no archive for
     * others.
     */
    public SubjectOptions alone(int other, List<String> more) {
        List<String> all = Stream.concat(jvm.stream(), more.stream()).toList();
        return new SubjectOptions(classPath, classes, other, archive, false, temporary, all, echo, debugPort, sandbox);
    }
}
