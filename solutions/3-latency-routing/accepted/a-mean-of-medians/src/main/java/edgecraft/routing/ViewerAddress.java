package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import java.util.List;
import java.util.stream.Stream;

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
        List<String> hops = Stream.of(String.join(",", forwardedFor).split(","))
                .map(String::strip)
                .filter(hop -> !hop.isEmpty())
                .toList();
        IpAddress nearest = peer;
        for (int i = hops.size() - 1; i >= 0 && isIn(trusted, nearest); i--) {
            try {
                nearest = IpAddress.parse(hops.get(i));
            } catch (IllegalArgumentException notAnAddress) {
                return nearest;
            }
        }
        return nearest;
    }

    private static boolean isIn(List<IpPrefix> trusted, IpAddress address) {
        return trusted.stream().anyMatch(prefix -> prefix.contains(address));
    }
}
