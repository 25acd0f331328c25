package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
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
        String[] hops = String.join(",", forwardedFor).split(",", -1);
        IpAddress nearest = peer;
        for (int i = hops.length - 1; i >= 0 && isTrusted(nearest, trusted); i--) {
            if (hops[i].isBlank()) {
                continue;
            }
            try {
                nearest = IpAddress.parse(hops[i].strip());
            } catch (IllegalArgumentException noAddress) {
                return nearest;
            }
        }
        return nearest;
    }

    private static boolean isTrusted(IpAddress address, List<IpPrefix> trusted) {
        return trusted.stream().anyMatch(prefix -> prefix.contains(address));
    }
}
