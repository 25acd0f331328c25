package edgecraft.routing;

import edgecraft.kit.IpPrefix;
import java.nio.charset.StandardCharsets;

/** Puts the networks into a fixed order, for each edge another one: by rendezvous hashing. */
final class Rendezvous {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int UNUSED_BITS = 11;

    private Rendezvous() {}

    /** Where in the order of an edge a network is: from 0 to less than 1, evenly spread. An edge keeps those below its share. */
    static double position(IpPrefix network, String edge) {
        long hash = FNV_OFFSET;
        for (byte b : (edge + ' ' + network).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * FNV_PRIME;
        }
        return (mixed(hash) >>> UNUSED_BITS) * 0x1p-53;
    }

    /** The end of SplitMix64: texts that are nearly equal get far from each other. */
    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
