package edgecraft.edge;

import edgecraft.kit.CachePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells one stored answer from another, before {@code Vary}.
 *
 * @param host the host, in one way of writing it
 * @param target path and query, as the origin is asked for it
 * @param values what else the policy has in the key: for each field its lines, then for each cookie its values
 */
record CacheKey(String host, String target, List<List<String>> values) {

    /** The key of a request. Each part stands for itself: nothing is joined that could run together. */
    static CacheKey of(ViewerRequest request, CachePolicy policy) {
        List<List<String>> values = new ArrayList<>();
        policy.headers().forEach(name -> values.add(request.fields().values(name)));
        policy.cookies().forEach(name -> values.add(Cookies.values(request.fields(), name)));
        return new CacheKey(canonical(request.host()), target(request, policy), List.copyOf(values));
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
        String kept = Stream.of(request.query().get().split("&"))
                .filter(parameter -> policy.queryNames().contains(parameter.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? request.path() : request.path() + "?" + kept;
    }

    /** Whether this is about the same target of the same host. */
    boolean isFor(CacheKey other) {
        return host.equals(other.host) && target.equals(other.target);
    }

    /** A host in one way of writing it. */
    private static String canonical(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.endsWith(":80")) {
            name = name.substring(0, name.length() - ":80".length());
        }
        return withoutLastDot(name);
    }

    /** The dot stands at the end of the name, which may be before a port. */
    private static String withoutLastDot(String name) {
        int colon = name.endsWith("]") ? -1 : name.lastIndexOf(':');
        String host = colon < 0 ? name : name.substring(0, colon);
        String port = colon < 0 ? "" : name.substring(colon);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) + port : name;
    }
}
