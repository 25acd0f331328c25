package edgecraft.workshop.subject;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
        int debugPort) {

    /** The heap of a subject that many checks share, in MiB. */
    public static final int ORDINARY_HEAP = 256;

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
                0);
    }

    /** The same, writing to another directory. */
    SubjectOptions in(Path directory) {
        return new SubjectOptions(classPath, classes, heap, archive, record, directory, jvm, echo, debugPort);
    }

    /**
     * The same with another heap and more options. Such a subject has seen one check, so what it has loaded is no archive for
     * others.
     */
    SubjectOptions alone(int other, List<String> more) {
        List<String> all = Stream.concat(jvm.stream(), more.stream()).toList();
        return new SubjectOptions(classPath, classes, other, archive, false, temporary, all, echo, debugPort);
    }
}
