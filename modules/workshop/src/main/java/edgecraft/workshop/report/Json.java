package edgecraft.workshop.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;

/** JSON as it is written to files. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectMapper INDENTING = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    /** For people as well. */
    static String file(Map<String, ?> json) {
        return write(INDENTING, json) + "\n";
    }

    /** In as few characters as can be. */
    static String line(Map<String, ?> json) {
        return write(MAPPER, json);
    }

    private static String write(ObjectMapper mapper, Map<String, ?> json) {
        try {
            return mapper.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings and numbers can be written", e);
        }
    }
}
