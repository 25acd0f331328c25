package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.Network;
import edgecraft.kit.Todo;
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
        throw new Todo("3.10", "for whom an answer is");
    }
}
