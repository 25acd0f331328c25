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

    /** 2038-01-19T03:14:07Z. */
    private static final long LATEST = Integer.MAX_VALUE;

    /**
     * Reads a policy, after its signature has been found good.
     *
     * @throws Refusal if it isn't one that is wholly understood: what isn't might be a condition
     */
    static CustomPolicy of(byte[] text) throws Refusal {
        JsonNode policy = read(text);
        JsonNode statements = member(policy, "Statement", Set.of("Statement"));
        require(statements.isArray() && statements.size() == 1);
        JsonNode statement = statements.get(0);
        JsonNode condition = member(statement, "Condition", Set.of("Resource", "Condition"));
        Set<String> conditions = Set.of("DateLessThan", "DateGreaterThan", "IpAddress");
        JsonNode before = member(condition, "DateLessThan", conditions);
        JsonNode after = condition.path("DateGreaterThan");
        return new CustomPolicy(
                resource(statement.path("Resource")),
                after.isMissingNode() ? -1 : seconds(after),
                seconds(before),
                network(condition.path("IpAddress")));
    }

    /**
     * Lets pass who comes to the right place from the right place in time.
     *
     * @param target what is asked for, without the reserved names
     * @param viewer whom the connection comes from
     * @throws Refusal if one condition doesn't hold
     */
    void check(Target target, IpAddress viewer, Instant now) throws Refusal {
        if (resource.isPresent() && !resource.get().covers(target)) {
            throw new Refusal("The policy is about something else.");
        }
        if (network.isPresent() && !network.get().contains(viewer)) {
            throw new Refusal("The policy is not for this address.");
        }
        if (now.getEpochSecond() <= after || now.getEpochSecond() >= before) {
            throw new Refusal("It is not the time to ask.");
        }
    }

    private static JsonNode read(byte[] bytes) throws Refusal {
        try {
            // Strictly, and by one encoding: who reads JSON takes more than that, and knows the others by their zeros.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            require(text.startsWith("{") && text.indexOf('\0') < 0);
            return Json.read(bytes);
        } catch (CharacterCodingException | IllegalArgumentException notJson) {
            throw new Refusal("The policy is not JSON.");
        }
    }

    /** @param known which members may be there */
    private static JsonNode member(JsonNode object, String name, Set<String> known) throws Refusal {
        require(object.has(name));
        for (var names = object.fieldNames(); names.hasNext(); ) {
            require(known.contains(names.next()));
        }
        return object.get(name);
    }

    private static Optional<ResourcePattern> resource(JsonNode resource) throws Refusal {
        require(resource.isMissingNode() || resource.isTextual());
        return Optional.of(resource)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .map(ResourcePattern::new);
    }

    private static long seconds(JsonNode date) throws Refusal {
        JsonNode seconds = member(date, "AWS:EpochTime", Set.of("AWS:EpochTime"));
        require(seconds.isIntegralNumber() && seconds.canConvertToLong());
        require(seconds.asLong() >= 0 && seconds.asLong() <= LATEST);
        return seconds.asLong();
    }

    private static Optional<IpPrefix> network(JsonNode address) throws Refusal {
        if (address.isMissingNode()) {
            return Optional.empty();
        }
        JsonNode range = member(address, "AWS:SourceIp", Set.of("AWS:SourceIp"));
        try {
            return Optional.of(IpPrefix.parse(range.asText()));
        } catch (IllegalArgumentException noRange) {
            throw new Refusal("The policy has an address range that isn't one.");
        }
    }

    private static void require(boolean holds) throws Refusal {
        if (!holds) {
            throw new Refusal("The policy is not one that is understood here.");
        }
    }
}
