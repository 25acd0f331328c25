package edgecraft.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads and writes JSON (RFC 8259), by Jackson. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /**
     * Reads one value. What a node of it is, {@code isArray()}, {@code isTextual()} or {@code isNumber()} tell; {@code path("name")}
     * is a member, and a node of none of these kinds where there is no such member.
     *
     * @throws IllegalArgumentException if the text is not one JSON value and nothing else
     */
    static JsonNode read(byte[] text) {
        try {
            JsonNode value = MAPPER.readTree(text);
            if (value.isMissingNode()) {
                throw new IllegalArgumentException("not JSON: nothing");
            }
            return value;
        } catch (IOException notJson) {
            throw new IllegalArgumentException("not JSON: " + notJson.getMessage(), notJson);
        }
    }

    /** An empty object, to be filled with {@code put("name", …)} and {@code putArray("name").addObject()}. */
    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A value as text. */
    static String write(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
