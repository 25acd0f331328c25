package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The networks of the settings, found by their addresses. They are sorted by their first address, a wider network before those
 * that begin with it, and each knows the next wider one around it. So the last one that does not begin after an address has all
 * networks of that address around it, or is one of them. Immutable.
 */
final class Networks {

    private static final Comparator<IpPrefix> BY_FIRST_ADDRESS = Comparator.<IpPrefix>comparingInt(
                    prefix -> prefix.first().bits())
            .thenComparing(prefix -> prefix.first().number())
            .thenComparingInt(IpPrefix::length);

    private final NavigableMap<IpPrefix, Nested> sorted = new TreeMap<>(BY_FIRST_ADDRESS);

    /** A network, and the next wider one around it. */
    private record Nested(Network network, @Nullable Nested outer) {}

    /** @param networks in any order; no two have the same prefix */
    Networks(Collection<Network> networks) {
        // In this order, those around a network are there before it.
        networks.stream()
                .sorted(Comparator.comparing(Network::prefix, BY_FIRST_ADDRESS))
                .forEach(network -> sorted.put(network.prefix(), new Nested(network, narrowest(network.prefix()))));
    }

    /** All networks that an address is in: the one with the longest prefix first. Empty if it is in none. */
    List<Network> around(IpAddress address) {
        return around(new IpPrefix(address, address.bits()));
    }

    /** All networks that a whole prefix is in, itself among them: the longest first. */
    List<Network> around(IpPrefix prefix) {
        List<Network> around = new ArrayList<>();
        for (Nested next = narrowest(prefix); next != null; next = next.outer()) {
            around.add(next.network());
        }
        return around;
    }

    /**
     * Those on which the narrowest network of an address and of its neighbours depends: the ones around the address, and the
     * nearest one on either side.
     */
    List<Network> near(IpAddress address) {
        IpPrefix alone = new IpPrefix(address, address.bits());
        List<Network> near = around(alone);
        Stream.of(sorted.floorEntry(alone), sorted.higherEntry(alone))
                .filter(Objects::nonNull)
                .forEach(side -> near.add(side.getValue().network()));
        return near;
    }

    private @Nullable Nested narrowest(IpPrefix prefix) {
        Map.Entry<IpPrefix, Nested> before = sorted.floorEntry(prefix);
        Nested next = before == null ? null : before.getValue();
        while (next != null && !next.network().prefix().contains(prefix)) {
            next = next.outer();
        }
        return next;
    }

    /** Whether there is a network of exactly this prefix. */
    boolean knows(IpPrefix prefix) {
        return sorted.containsKey(prefix);
    }
}
