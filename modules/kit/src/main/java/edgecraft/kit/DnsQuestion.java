package edgecraft.kit;

import org.jspecify.annotations.Nullable;

/**
 * What a resolver wants to know (RFC 1035 §4.1.2).
 *
 * @param name the name it asks about, in lower case, with the dot at its end: {@code www.cdn.example.}
 * @param type what it wants to know of that name
 * @param resolver where the question came from: the address of a resolver, which many viewers ask
 * @param clientSubnet the network of the viewer whom the resolver asks for (RFC 7871), of length 0 if the viewer's address is
 *     nobody's business; null if the resolver doesn't say
 */
public record DnsQuestion(
        String name,
        Type type,
        IpAddress resolver,
        @Nullable IpPrefix clientSubnet) {

    /** What can be known of a name. */
    public enum Type {
        /** Its IPv4 addresses. */
        A,
        /** Its IPv6 addresses. */
        AAAA,
        /** Anything else: {@code TXT}, {@code MX}, {@code HTTPS}, … */
        OTHER
    }
}
