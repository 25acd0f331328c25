package edgecraft.workshop;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the workshop, as its jar has it. */
public final class Version implements IVersionProvider {

    /** For example {@code 0.1.0}; {@code sources} where classes are run that no build has packed. */
    public static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("sources");
    }

    /** For example {@code Edgecraft 0.1.0}. */
    public static String text() {
        return "Edgecraft " + number();
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }
}
