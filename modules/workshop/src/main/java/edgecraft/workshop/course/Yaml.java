package edgecraft.workshop.course;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import edgecraft.workshop.MachineFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Reads the project's YAML files into records; a name that the record does not have is an error. */
public final class Yaml {

    private static final ObjectMapper MAPPER =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Yaml() {}

    /** Reads what comes from elsewhere than a file of the project's. */
    public static <T> T read(InputStream in, Class<T> type) throws IOException {
        return MAPPER.readValue(in, type);
    }

    /**
     * Reads a file.
     *
     * @throws MachineFault if it is missing or is not what it should be
     */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return MAPPER.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new MachineFault(
                    "can't read " + file + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "Restore the file: git checkout -- " + file.getFileName(),
                    e);
        }
    }
}
