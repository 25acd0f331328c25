package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import java.util.List;
import java.util.Optional;
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
        List<String> hops = forwardedFor.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .filter(hop -> !hop.isEmpty())
                .toList();
        IpAddress viewer = peer;
        for (int i = hops.size() - 1; i >= 0 && isIn(trusted, viewer); i--) {
            Optional<IpAddress> hop = parse(hops.get(i));
            if (hop.isEmpty()) {
                break;
            }
            viewer = hop.get();
        }
        return viewer;
    }

    private static boolean isIn(List<IpPrefix> prefixes, IpAddress address) {
        return prefixes.stream().anyMatch(prefix -> prefix.contains(address));
    }

    private static Optional<IpAddress> parse(String hop) {
        try {
            return Optional.of(IpAddress.parse(hop));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
