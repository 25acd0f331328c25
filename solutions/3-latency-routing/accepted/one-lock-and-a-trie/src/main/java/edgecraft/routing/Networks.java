package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The networks of the settings, found by their addresses: a binary trie over the bits of each kind of address. */
final class Networks {

    private final Node ipv4 = new Node();
    private final Node ipv6 = new Node();

    /** @param networks in any order; no two have the same prefix */
    Networks(Collection<Network> networks) {
        networks.forEach(this::add);
    }

    private void add(Network network) {
        IpPrefix prefix = network.prefix();
        Bits bits = new Bits(prefix.first());
        Node node = root(prefix.first());
        for (int depth = 0; depth < prefix.length(); depth++) {
            node = node.makeChild(bits.isSet(depth));
        }
        node.network = network;
    }

    private Node root(IpAddress address) {
        return address.isIpv6() ? ipv6 : ipv4;
    }

    /** All networks that an address is in: the one with the longest prefix first. Empty if it is in none. */
    List<Network> around(IpAddress address) {
        return around(address, address.bits());
    }

    /** All networks that a whole prefix is in, itself among them: the longest first. */
    List<Network> around(IpPrefix prefix) {
        return around(prefix.first(), prefix.length());
    }

    private List<Network> around(IpAddress address, int length) {
        List<Network> found = new ArrayList<>();
        for (Node node : path(address, length)) {
            if (node.network != null) {
                found.add(node.network);
            }
        }
        Collections.reverse(found);
        return found;
    }

    /** Whether there is a network of exactly this prefix. */
    boolean knows(IpPrefix prefix) {
        List<Network> around = around(prefix);
        return !around.isEmpty() && around.get(0).prefix().equals(prefix);
    }

    /**
     * The length of the shortest prefix around an address in which all addresses have the same narrowest network, or none (RFC 7871
     * §7.2.1): 0 to 32 for IPv4, 0 to 128 for IPv6.
     */
    int scope(IpAddress address) {
        Bits bits = new Bits(address);
        int scope = 0;
        int depth = 0;
        for (Node node : path(address, address.bits())) {
            if (node.network != null) {
                scope = depth;
            }
            if (depth < address.bits() && node.child(!bits.isSet(depth)) != null) {
                scope = depth + 1;
            }
            depth++;
        }
        return scope;
    }

    /** The nodes from the root towards an address, at most {@code length} steps deep. */
    private List<Node> path(IpAddress address, int length) {
        Bits bits = new Bits(address);
        List<Node> path = new ArrayList<>();
        Node node = root(address);
        path.add(node);
        for (int depth = 0; depth < length; depth++) {
            node = node.child(bits.isSet(depth));
            if (node == null) {
                break;
            }
            path.add(node);
        }
        return path;
    }

    /** The bits of an address, the highest of them at 0. */
    private static final class Bits {

        private final byte[] bytes;

        Bits(IpAddress address) {
            this.bytes = address.toInetAddress().getAddress();
        }

        boolean isSet(int index) {
            return (bytes[index / Byte.SIZE] >> (Byte.SIZE - 1 - index % Byte.SIZE) & 1) == 1;
        }
    }

    /** A prefix that a network has, or that a network's prefix begins with. */
    private static final class Node {

        private @Nullable Node zero;
        private @Nullable Node one;
        private @Nullable Network network;

        @Nullable
        Node child(boolean bit) {
            return bit ? one : zero;
        }

        Node makeChild(boolean bit) {
            Node child = child(bit);
            if (child != null) {
                return child;
            }
            Node made = new Node();
            if (bit) {
                one = made;
            } else {
                zero = made;
            }
            return made;
        }
    }
}
