package edgecraft.access;

import com.fasterxml.jackson.databind.JsonNode;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Step 4.8: a policy that the viewer sends along, in JSON.
 *
 * @param resource which URLs; all if it is empty
 * @param after the viewer has to come after this second, since 1970; -1 if it doesn't say
 * @param before the viewer has to come before this second begins, since 1970
 * @param network where the viewer has to come from; anywhere if it is empty
 */
record CustomPolicy(Optional<ResourcePattern> resource, long after, long before, Optional<IpPrefix> network) {

    /**
     * Reads a policy, after its signature has been found good.
     *
     * @throws Refusal if it isn't one that is wholly understood: what isn't might be a condition
     */
    static CustomPolicy of(byte[] text) throws Refusal {
        try {
            return read(Json.read(utf8(text)));
        } catch (IllegalArgumentException notUnderstood) {
            throw new Refusal("The policy is not understood here.");
        }
    }

    private static CustomPolicy read(JsonNode policy) {
        members(policy, Set.of("Statement"), Set.of());
        JsonNode statements = policy.path("Statement");
        require(statements.isArray() && statements.size() == 1);
        JsonNode statement = statements.path(0);
        members(statement, Set.of("Condition"), Set.of("Resource"));
        JsonNode condition = statement.path("Condition");
        members(condition, Set.of("DateLessThan"), Set.of("DateGreaterThan", "IpAddress"));
        Optional<ResourcePattern> resource = Optional.empty();
        if (statement.has("Resource")) {
            require(statement.path("Resource").isTextual());
            resource =
                    Optional.of(new ResourcePattern(statement.path("Resource").textValue()));
        }
        Optional<IpPrefix> network = Optional.empty();
        if (condition.has("IpAddress")) {
            JsonNode address = condition.path("IpAddress");
            members(address, Set.of("AWS:SourceIp"), Set.of());
            require(address.path("AWS:SourceIp").isTextual());
            network = Optional.of(IpPrefix.parse(address.path("AWS:SourceIp").textValue()));
        }
        long after = condition.has("DateGreaterThan") ? seconds(condition.path("DateGreaterThan")) : -1;
        return new CustomPolicy(resource, after, seconds(condition.path("DateLessThan")), network);
    }

    private static long seconds(JsonNode time) {
        members(time, Set.of("AWS:EpochTime"), Set.of());
        JsonNode number = time.path("AWS:EpochTime");
        require(number.isIntegralNumber() && number.canConvertToInt() && number.intValue() >= 0);
        return number.intValue();
    }

    private static void members(JsonNode object, Set<String> needed, Set<String> allowed) {
        require(object.isObject());
        needed.forEach(name -> require(object.has(name)));
        object.fieldNames().forEachRemaining(name -> require(needed.contains(name) || allowed.contains(name)));
    }

    private static void require(boolean understood) {
        if (!understood) {
            throw new IllegalArgumentException("not understood");
        }
    }

    /** The same bytes; Jackson would take UTF-16 and a byte order mark as well. */
    private static byte[] utf8(byte[] text) {
        try {
            String chars = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
            require(chars.indexOf(0) < 0 && !chars.startsWith("\ufeff"));
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException(notUtf8);
        }
    }

    /**
     * Lets pass who comes to the right place from the right place in time.
     *
     * @param target what is asked for, without the reserved names
     * @param viewer whom the connection comes from
     * @throws Refusal if one condition doesn't hold
     */
    void check(Target target, IpAddress viewer, Instant now) throws Refusal {
        long second = now.getEpochSecond();
        if (second >= before || second <= after) {
            throw new Refusal("It is not the time for this.");
        }
        if (network.isPresent() && !network.get().contains(viewer)) {
            throw new Refusal("This is not for where you are.");
        }
        if (resource.isPresent() && !resource.get().covers(target)) {
            throw new Refusal("The signature is not good for this.");
        }
    }
}
