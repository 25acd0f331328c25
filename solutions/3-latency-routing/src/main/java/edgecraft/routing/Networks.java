package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;

/** The networks of the settings, found by their addresses. */
final class Networks {

    private final Map<IpPrefix, Network> all = new HashMap<>();

    /** The lengths that prefixes have, the longest first: only these need to be looked up. */
    private final NavigableSet<Integer> lengths = new TreeSet<>(Comparator.reverseOrder());

    /** @param networks in any order; no two have the same prefix */
    Networks(Collection<Network> networks) {
        for (Network network : networks) {
            all.put(network.prefix(), network);
            lengths.add(network.prefix().length());
        }
    }

    /** All networks that an address is in: the one with the longest prefix first. Empty if it is in none. */
    List<Network> around(IpAddress address) {
        return around(new IpPrefix(address, address.bits()));
    }

    /** All networks that a whole prefix is in, itself among them: the longest first. */
    List<Network> around(IpPrefix prefix) {
        return lengths.stream()
                .filter(length -> length <= prefix.length())
                .map(length -> all.get(IpPrefix.around(prefix.first(), length)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether there is a network of exactly this prefix. */
    boolean knows(IpPrefix prefix) {
        return all.containsKey(prefix);
    }
}
