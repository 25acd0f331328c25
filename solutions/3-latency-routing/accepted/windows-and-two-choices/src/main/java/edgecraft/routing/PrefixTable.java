package edgecraft.routing;

import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Prefixes of one kind of address, sorted by their first address, the shorter first. Two prefixes never overlap by half, so those
 * around an address are the last one that begins at or before it, as far as it has the address in it, and those around that one.
 */
final class PrefixTable {

    private static final int NONE = -1;

    private final List<Entry> entries;

    /** @param prefixes all of IPv4 or all of IPv6, in any order, each once */
    PrefixTable(Collection<IpPrefix> prefixes) {
        List<Entry> sorted = prefixes.stream()
                .map(prefix -> new Entry(prefix, prefix.first().number(), NONE))
                .sorted(Entry.ORDER)
                .toList();
        entries = withParents(sorted);
    }

    private static List<Entry> withParents(List<Entry> sorted) {
        Entry[] linked = new Entry[sorted.size()];
        Deque<Integer> around = new ArrayDeque<>();
        for (int i = 0; i < linked.length; i++) {
            Entry entry = sorted.get(i);
            while (!around.isEmpty() && !linked[around.peek()].prefix.contains(entry.prefix)) {
                around.pop();
            }
            linked[i] = new Entry(entry.prefix, entry.first, around.isEmpty() ? NONE : around.peek());
            around.push(i);
        }
        return List.of(linked);
    }

    /** The prefixes that a prefix is in, itself among them: the longest first. */
    List<IpPrefix> around(IpPrefix prefix) {
        List<IpPrefix> found = new ArrayList<>();
        int index = narrowestAround(prefix, lastUpTo(prefix));
        while (index != NONE) {
            found.add(entries.get(index).prefix);
            index = entries.get(index).parent;
        }
        return found;
    }

    /** The length of the shortest prefix around an address in which every address has the same narrowest prefix, or none. */
    int scope(IpAddress address) {
        IpPrefix itself = IpPrefix.around(address, address.bits());
        int before = lastUpTo(itself);
        int narrowest = narrowestAround(itself, before);
        int scope = narrowest == NONE ? 0 : entries.get(narrowest).prefix.length();
        if (before != narrowest) {
            scope = Math.max(scope, bitsToTell(address, before));
        }
        if (before + 1 < entries.size()) {
            scope = Math.max(scope, bitsToTell(address, before + 1));
        }
        return scope;
    }

    private int bitsToTell(IpAddress address, int index) {
        int common =
                address.bits() - address.number().xor(entries.get(index).first).bitLength();
        return common + 1;
    }

    private int narrowestAround(IpPrefix prefix, int start) {
        int index = start;
        while (index != NONE && !entries.get(index).prefix.contains(prefix)) {
            index = entries.get(index).parent;
        }
        return index;
    }

    private int lastUpTo(IpPrefix prefix) {
        Entry wanted = new Entry(prefix, prefix.first().number(), NONE);
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Entry.ORDER.compare(entries.get(middle), wanted) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** @param parent the index of the narrowest prefix around this one */
    private record Entry(IpPrefix prefix, BigInteger first, int parent) {

        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::first).thenComparingInt(entry -> entry.prefix.length());
    }
}
