package edgecraft.workshop.sample;

import edgecraft.kit.host.Host;
import edgecraft.workshop.subject.SubjectOptions;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** Subjects that have the entry classes beside this one for a learner's. */
public final class SampleSubjects {

    private SampleSubjects() {}

    /** How to start one that writes to this directory. */
    public static SubjectOptions in(Path temporary) {
        return new SubjectOptions(
                List.of(placeOf(Host.class)),
                List.of(placeOf(EatsItsHeap.class)),
                SubjectOptions.ORDINARY_HEAP,
                temporary.resolve("none.jsa"),
                false,
                temporary,
                List.of(),
                false,
                0);
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
