package edgecraft.workshop.cli;

import edgecraft.workshop.judge.PrivateChecks;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An instructor's own checks. */
final class ChecksOption {

    @Option(
            names = "--checks",
            paramLabel = "JAR",
            description = "ask an instructor's own checks, too, which are in this JAR")
    private @Nullable Path jar;

    private @Nullable PrivateChecks read;

    /** @throws edgecraft.workshop.Misuse if the JAR is not what it should be */
    PrivateChecks get() {
        if (read == null) {
            read = jar == null ? PrivateChecks.NONE : PrivateChecks.in(jar);
        }
        return read;
    }
}
