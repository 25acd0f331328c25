package edgecraft.workshop.cli;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which random names and bytes. */
final class SeedOption {

    private static final int MOST = 1_000_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "repeat a run: the same names and bytes again (default: new ones, printed)")
    private @Nullable Long seed;

    long get() {
        if (seed == null) {
            seed = ThreadLocalRandom.current().nextLong(1, MOST);
        }
        return seed;
    }
}
