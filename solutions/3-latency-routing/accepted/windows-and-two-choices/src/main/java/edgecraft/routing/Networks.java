package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The networks of the settings, found by their addresses. */
final class Networks {

    private final Map<IpPrefix, Network> byPrefix;
    private final PrefixTable ipv4;
    private final PrefixTable ipv6;

    /** @param networks in any order; no two have the same prefix */
    Networks(Collection<Network> networks) {
        byPrefix = networks.stream().collect(Collectors.toUnmodifiableMap(Network::prefix, Function.identity()));
        Map<Boolean, List<IpPrefix>> byKind = byPrefix.keySet().stream()
                .collect(Collectors.partitioningBy(prefix -> prefix.first().isIpv6()));
        ipv4 = new PrefixTable(byKind.get(false));
        ipv6 = new PrefixTable(byKind.get(true));
    }

    /** All networks that an address is in: the one with the longest prefix first. Empty if it is in none. */
    List<Network> around(IpAddress address) {
        return around(IpPrefix.around(address, address.bits()));
    }

    /** All networks that a whole prefix is in, itself among them: the longest first. */
    List<Network> around(IpPrefix prefix) {
        return table(prefix.first()).around(prefix).stream().map(byPrefix::get).toList();
    }

    /** Whether there is a network of exactly this prefix. */
    boolean knows(IpPrefix prefix) {
        return byPrefix.containsKey(prefix);
    }

    /**
     * How many bits of an address an answer depends on (RFC 7871 §7.2.1): the length of the shortest prefix around it in which all
     * addresses have the same narrowest network, or none.
     *
     * @return 0 to 32 for IPv4, 0 to 128 for IPv6
     */
    int scope(IpAddress address) {
        return table(address).scope(address);
    }

    private PrefixTable table(IpAddress address) {
        return address.isIpv6() ? ipv6 : ipv4;
    }
}
