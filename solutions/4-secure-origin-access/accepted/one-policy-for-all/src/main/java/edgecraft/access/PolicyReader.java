package edgecraft.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import edgecraft.kit.IpPrefix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a policy word by word, and stops at the first that it doesn't know: it might have been a condition. For one policy. */
final class PolicyReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int LONGEST_NUMBER = 10;
    private static final int LONGEST_NETWORK = 64;

    private final JsonParser json;
    private Resource resource = Resource.ALL;
    private long after = -1;
    private long before = -1;
    private @Nullable IpPrefix network;

    private PolicyReader(JsonParser json) {
        this.json = json;
    }

    /** The policy; empty if it isn't one that is wholly understood. */
    static Optional<Policy> read(byte[] bytes) {
        return text(bytes).filter(text -> !text.startsWith(BYTE_ORDER_MARK)).flatMap(PolicyReader::read);
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            // Unlike String's constructor, this one is strict.
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static Optional<Policy> read(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            PolicyReader reader = new PolicyReader(json);
            return reader.isDocument() ? Optional.of(reader.policy()) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private Policy policy() {
        return new Policy(resource, after, before, Optional.ofNullable(network));
    }

    private boolean isDocument() throws IOException {
        return is(JsonToken.START_OBJECT)
                && isMember("Statement")
                && is(JsonToken.START_ARRAY)
                && is(JsonToken.START_OBJECT)
                && isStatement()
                && is(JsonToken.END_ARRAY)
                && is(JsonToken.END_OBJECT)
                && json.nextToken() == null;
    }

    private boolean isStatement() throws IOException {
        boolean hasCondition = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isKnown = switch (json.currentName()) {
                case "Resource" -> isResource();
                case "Condition" -> hasCondition = is(JsonToken.START_OBJECT) && isCondition();
                default -> false;
            };
            if (!isKnown) {
                return false;
            }
        }
        return hasCondition;
    }

    private boolean isResource() throws IOException {
        boolean isText = is(JsonToken.VALUE_STRING);
        resource = new Resource(json.getText());
        return isText;
    }

    private boolean isCondition() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isKnown = switch (json.currentName()) {
                case "DateLessThan" -> (before = time()) >= 0;
                case "DateGreaterThan" -> (after = time()) >= 0;
                case "IpAddress" -> (network = network()) != null;
                default -> false;
            };
            if (!isKnown) {
                return false;
            }
        }
        return before >= 0;
    }

    /** Negative if it isn't one. */
    private long time() throws IOException {
        if (!isOnly("AWS:EpochTime", JsonToken.VALUE_NUMBER_INT)) {
            return -1;
        }
        String digits = json.getText();
        boolean isNumber = digits.length() <= LONGEST_NUMBER && !digits.startsWith("-");
        long number = isNumber ? Long.parseLong(digits) : -1;
        return is(JsonToken.END_OBJECT) && number <= Integer.MAX_VALUE ? number : -1;
    }

    /** Null if it isn't one. */
    private @Nullable IpPrefix network() throws IOException {
        if (!isOnly("AWS:SourceIp", JsonToken.VALUE_STRING) || json.getTextLength() > LONGEST_NETWORK) {
            return null;
        }
        String text = json.getText();
        try {
            return is(JsonToken.END_OBJECT) ? IpPrefix.parse(text) : null;
        } catch (IllegalArgumentException notANetwork) {
            return null;
        }
    }

    /** Whether an object begins with this member, which has a value of this kind. */
    private boolean isOnly(String name, JsonToken kind) throws IOException {
        return is(JsonToken.START_OBJECT) && isMember(name) && is(kind);
    }

    private boolean isMember(String name) throws IOException {
        return is(JsonToken.FIELD_NAME) && json.currentName().equals(name);
    }

    private boolean is(JsonToken kind) throws IOException {
        return json.nextToken() == kind;
    }
}
