package edgecraft.access;

import com.fasterxml.jackson.databind.JsonNode;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * A policy that the viewer sends along.
 *
 * @param resource the pattern of the URLs that it is about; all if it is empty
 * @param after the viewer has to come after this second, since 1970
 * @param before and before this second begins
 * @param network and from here
 */
record CustomPolicy(Optional<String> resource, long after, long before, Optional<IpPrefix> network) {

    /** Question marks times length: beyond, what a pattern means takes too long to find out. */
    private static final long TOO_ODD = 40_000;

    /**
     * Reads a policy whose signature is good.
     *
     * @throws Refusal if there is anything in it that isn't understood
     */
    static CustomPolicy of(byte[] text) throws Refusal {
        try {
            requireUtf8(text);
            JsonNode statements =
                    members(Json.read(text), Set.of("Statement"), Set.of()).path("Statement");
            require(statements.isArray() && statements.size() == 1);
            JsonNode statement = members(statements.get(0), Set.of("Condition"), Set.of("Resource"));
            JsonNode condition = members(
                    statement.path("Condition"), Set.of("DateLessThan"), Set.of("DateGreaterThan", "IpAddress"));
            return new CustomPolicy(
                    statement.has("Resource") ? Optional.of(string(statement.path("Resource"))) : Optional.empty(),
                    condition.has("DateGreaterThan") ? seconds(condition.path("DateGreaterThan")) : -1,
                    seconds(condition.path("DateLessThan")),
                    condition.has("IpAddress") ? Optional.of(range(condition.path("IpAddress"))) : Optional.empty());
        } catch (CharacterCodingException | IllegalArgumentException notUnderstood) {
            throw new Refusal("The policy is not understood here.");
        }
    }

    /** Jackson takes a byte order mark, and UTF-16, without a word. */
    private static void requireUtf8(byte[] text) throws CharacterCodingException {
        String decoded = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(text))
                .toString();
        require(!decoded.startsWith("\uFEFF") && decoded.indexOf('\0') < 0);
    }

    private static JsonNode members(JsonNode node, Set<String> needed, Set<String> possible) {
        require(node.isObject());
        needed.forEach(name -> require(node.has(name)));
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            require(needed.contains(name) || possible.contains(name));
        }
        return node;
    }

    private static long seconds(JsonNode node) {
        JsonNode time = members(node, Set.of("AWS:EpochTime"), Set.of()).path("AWS:EpochTime");
        require(time.isIntegralNumber() && time.canConvertToInt() && time.intValue() >= 0);
        return time.intValue();
    }

    private static IpPrefix range(JsonNode node) {
        return IpPrefix.parse(
                string(members(node, Set.of("AWS:SourceIp"), Set.of()).path("AWS:SourceIp")));
    }

    private static String string(JsonNode node) {
        require(node.isTextual());
        return node.textValue();
    }

    private static void require(boolean isAsItShouldBe) {
        if (!isAsItShouldBe) {
            throw new IllegalArgumentException("not a policy");
        }
    }

    /**
     * Lets pass who comes to the right place from the right place in time.
     *
     * @throws Refusal if one condition doesn't hold
     */
    void check(Target target, IpAddress viewer, long now) throws Refusal {
        if (now <= after || now >= before) {
            throw new Refusal("This is not the time for that.");
        }
        if (network.isPresent() && !network.get().contains(viewer)) {
            throw new Refusal("This is not the place to come from.");
        }
        if (resource.isPresent() && !covers(resource.get(), target)) {
            throw new Refusal("The signature is for something else.");
        }
    }

    private static boolean covers(String pattern, Target target) throws Refusal {
        if (Percent.hasDots(target.path())) {
            return pattern.equals(target.url());
        }
        if (pattern.chars().filter(c -> c == '?').count() * pattern.length() > TOO_ODD) {
            throw new Refusal("The policy is too hard to understand.");
        }
        int scheme = pattern.indexOf("://");
        if (scheme < 0) {
            return pattern.equals("*");
        }
        int host = scheme + "://".length();
        int path = pattern.indexOf('/', host) < 0 ? pattern.length() : pattern.indexOf('/', host);
        return Glob.of(pattern.substring(0, scheme)).matches("http")
                && Glob.of(pattern.substring(host, path)).matches(target.host())
                && (path == pattern.length() ? pattern.endsWith("*") : coversRest(pattern.substring(path), target));
    }

    /** Path and query: by each reading of a question mark that may begin the query, and by the one without a query. */
    private static boolean coversRest(String pattern, Target target) {
        int certain = pattern.indexOf("\\?");
        if (certain < 0
                && (target.query() == null || pattern.endsWith("*"))
                && Glob.of(pattern).matches(target.path())) {
            return true;
        }
        if (target.query() == null) {
            return false;
        }
        for (int i = pattern.indexOf('?'); i >= 0; i = pattern.indexOf('?', i + 1)) {
            int end = i == certain + 1 && certain >= 0 ? certain : i;
            if (Glob.of(pattern.substring(0, end)).matches(target.path())
                    && Glob.withEscapes(pattern.substring(i + 1)).matches(target.query())) {
                return true;
            }
            if (end == certain) {
                return false;
            }
        }
        return false;
    }
}
