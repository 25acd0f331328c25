package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Decides who asks: the other end of the connection, or somebody for whom a trusted proxy asks. */
final class ViewerAddress {

    private ViewerAddress() {}

    /**
     * The address that a request comes from.
     *
     * @param peer the address of the connection
     * @param forwardedFor the values of all {@code X-Forwarded-For} lines, in order: each lists addresses, the nearest hop last
     * @param trusted whose word is taken for what came before them
     * @return the nearest hop that is not trusted; the farthest known if all are
     */
    static IpAddress of(IpAddress peer, List<String> forwardedFor, List<IpPrefix> trusted) {
        List<String> hops =
                new ArrayList<>(List.of(String.join(",", forwardedFor).split(",")));
        // A list may have empty elements, which say nothing (RFC 9110 §5.6.1.2).
        hops.removeIf(String::isBlank);
        Collections.reverse(hops);
        IpAddress nearest = peer;
        for (String hop : hops) {
            IpAddress known = nearest;
            if (trusted.stream().noneMatch(prefix -> prefix.contains(known))) {
                return known;
            }
            try {
                nearest = IpAddress.parse(hop.strip());
            } catch (IllegalArgumentException nobody) {
                return known;
            }
        }
        return nearest;
    }
}
