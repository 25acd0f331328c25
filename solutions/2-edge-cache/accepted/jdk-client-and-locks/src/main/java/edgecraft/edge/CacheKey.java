package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What tells one stored answer from another, before {@code Vary}.
 *
 * @param host the host, in one way of writing it
 * @param target path and query, as the origin is asked for it
 * @param values what else the policy has in the key: for each field its lines, then for each cookie its values
 */
record CacheKey(String host, String target, List<List<String>> values) {

    private static final String ORDINARY_PORT = ":80";

    /** The key of a request. Each part stands for itself: nothing is joined that could run together. */
    static CacheKey of(ViewerRequest request, CachePolicy policy) {
        List<List<String>> values = new ArrayList<>();
        for (String name : policy.headers()) {
            values.add(request.fields().values(name));
        }
        for (String name : policy.cookies()) {
            values.add(Cookies.named(name, request.fields()));
        }
        return new CacheKey(normalised(request.host()), target(request, policy), List.copyOf(values));
    }

    /**
     * The target that the origin is asked for: with the query parameters that are in the key and no others, byte for byte
     * and in their order.
     */
    static String target(ViewerRequest request, CachePolicy policy) {
        if (policy.queryNames().equals(CachePolicy.WHOLE_QUERY)
                || request.query().isEmpty()) {
            return request.target();
        }
        String kept = Arrays.stream(request.query().get().split("&", -1))
                .filter(parameter -> policy.queryNames().contains(parameter.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? request.path() : request.path() + "?" + kept;
    }

    /** Whether this is about the same target of the same host. */
    boolean isFor(CacheKey other) {
        return host.equals(other.host) && target.equals(other.target);
    }

    private static String normalised(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.endsWith(ORDINARY_PORT)) {
            name = name.substring(0, name.length() - ORDINARY_PORT.length());
        }
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
