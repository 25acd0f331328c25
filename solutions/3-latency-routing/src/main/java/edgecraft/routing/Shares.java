package edgecraft.routing;

import edgecraft.kit.IpPrefix;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Puts the networks of an edge in an order that never changes, so that a share of them is always the same ones. */
final class Shares {

    private static final double ALL = 1L << 32;

    private Shares() {}

    /** Whether a network is among the first of an edge: in that share of them, which is 0 for none and 1 for all. */
    static boolean isWithin(double share, IpPrefix network, String edge) {
        return of(network, edge) < share;
    }

    /**
     * Where a network stands among those of an edge.
     *
     * @return at least 0 and less than 1, spread evenly; another edge has another order
     */
    static double of(IpPrefix network, String edge) {
        CRC32 hash = new CRC32();
        hash.update((edge + " " + network).getBytes(StandardCharsets.UTF_8));
        // A CRC alone keeps neighbours together; multiplying by the golden ratio spreads them (Knuth, TAOCP 6.4).
        long spread = (hash.getValue() * 0x9E3779B97F4A7C15L) >>> 32;
        return spread / ALL;
    }
}
