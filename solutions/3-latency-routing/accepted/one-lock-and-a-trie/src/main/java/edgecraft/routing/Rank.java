package edgecraft.routing;

import edgecraft.kit.IpPrefix;

/** A fixed order of networks, another one for each edge: who goes last and who comes back first. */
final class Rank {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Rank() {}

    /** Where a network stands in the order of an edge: evenly spread from 0 to 1, without 1. */
    static double of(IpPrefix network, String edge) {
        long hash = FNV_OFFSET;
        String text = edge + ' ' + network;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return (mixed(hash) >>> 11) * 0x1p-53;
    }

    /** Spreads what neighbours differ by over all bits, as SplittableRandom does. */
    private static long mixed(long hash) {
        long once = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
        return twice ^ (twice >>> 31);
    }
}
