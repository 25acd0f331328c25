package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import edgecraft.kit.Todo;
import java.util.Collection;
import java.util.List;

/** The networks of the settings, found by their addresses. */
final class Networks {

    /** @param networks in any order; no two have the same prefix */
    Networks(Collection<Network> networks) {}

    /** All networks that an address is in: the one with the longest prefix first. Empty if it is in none. */
    List<Network> around(IpAddress address) {
        throw new Todo("3.1", "the networks around an address");
    }

    /** All networks that a whole prefix is in, itself among them: the longest first. */
    List<Network> around(IpPrefix prefix) {
        throw new Todo("3.1", "the networks around an address");
    }

    /** Whether there is a network of exactly this prefix. */
    boolean knows(IpPrefix prefix) {
        throw new Todo("3.2", "whether there is such a network");
    }
}
