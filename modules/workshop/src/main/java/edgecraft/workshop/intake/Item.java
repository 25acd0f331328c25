package edgecraft.workshop.intake;

import edgecraft.workshop.report.Style;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that was handed in.
 *
 * @param name as it was handed in; may be anything
 * @param link whether it only leads elsewhere
 * @param content what is in it
 */
public record Item(String name, boolean link, Content content) {

    /** So much of one file is read. */
    static final int MOST_BYTES = 4 << 20;

    private static final Pattern NO_NAME = Pattern.compile("|\\.|\\.\\.|.*[:\\p{Cntrl}].*", Pattern.DOTALL);

    /** How to read it. */
    public interface Content {
        InputStream open() throws IOException;
    }

    /** Its name with forward slashes; nothing if that leads out of where files are unpacked, on any system. */
    Optional<String> path() {
        List<String> parts = Arrays.asList(name.replace('\\', '/').split("/", -1));
        return parts.stream().anyMatch(part -> NO_NAME.matcher(part).matches())
                ? Optional.empty()
                : Optional.of(String.join("/", parts));
    }

    /** As people are told it. */
    String shown() {
        return Style.oneLine(name);
    }

    /**
     * What is in it.
     *
     * @throws Unusable if that is too much, or can't be read
     */
    byte[] bytes() throws Unusable {
        try (InputStream in = content.open()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Unusable(
                        shown() + " is larger than " + (MOST_BYTES >> 20) + " MiB; hand in your own files only");
            }
            return bytes;
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable(shown() + " can't be read (" + Style.oneLine(String.valueOf(e.getMessage()))
                    + "); hand it in again");
        }
    }
}
