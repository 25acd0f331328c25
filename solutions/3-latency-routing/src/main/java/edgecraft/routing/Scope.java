package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.Network;
import java.util.Collection;

/** Decides for whom a resolver may use an answer (RFC 7871 §7.2.1). */
final class Scope {

    private Scope() {}

    /**
     * How many bits of an address an answer depends on: the length of the shortest prefix around it in which all addresses have
     * the same narrowest network, or none.
     *
     * @param networks in any order, of both kinds of addresses
     * @return 0 to 32 for IPv4, 0 to 128 for IPv6
     */
    static int around(IpAddress address, Collection<Network> networks) {
        return networks.stream()
                .map(Network::prefix)
                .filter(prefix -> prefix.first().bits() == address.bits())
                .mapToInt(prefix -> prefix.contains(address) ? prefix.length() : common(prefix.first(), address) + 1)
                .max()
                .orElse(0);
    }

    /** How many bits two addresses begin with alike. */
    private static int common(IpAddress one, IpAddress other) {
        return one.bits() - one.number().xor(other.number()).bitLength();
    }
}
