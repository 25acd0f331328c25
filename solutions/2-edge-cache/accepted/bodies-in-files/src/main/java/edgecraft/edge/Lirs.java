package edgecraft.edge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides what stays within a budget of bytes, by LIRS (Jiang and Zhang, 2002): what is asked for again soon, and not what was
 * asked for last. Most of the budget is for <em>settled</em> things, those with a short time between two uses. The rest is for
 * <em>guests</em>, seen once lately: a scan passes through it. Of guests that had to go, the names are remembered for a
 * while. Not for several threads at a time.
 *
 * @param <K> what is kept
 */
final class Lirs<K> {

    private static final int MOST_THINGS = 200_000;
    private static final int GHOSTS_FOR_EACH = 3;
    private static final int GHOSTS_AT_LEAST = 1_000;

    private static final class Entry<K> {
        final K key;
        long size;
        boolean settled;

        Entry(K key, long size) {
            this.key = key;
            this.size = size;
        }
    }

    private final long budget;
    private final long settledBudget;
    private final Map<K, Entry<K>> residents = new HashMap<>();
    /** From the least recently used on: the settled ones, and those used later than one of them, ghosts too. */
    private final LinkedHashMap<K, Boolean> recent = new LinkedHashMap<>();

    private final LinkedHashMap<K, Entry<K>> guests = new LinkedHashMap<>();
    private final LinkedHashMap<K, Boolean> ghosts = new LinkedHashMap<>();
    private long bytes;
    private long settledBytes;

    Lirs(long budget) {
        this.budget = budget;
        settledBudget = budget - budget / 16;
    }

    /** Notes a use of what is kept. */
    void use(K key) {
        Entry<K> entry = residents.get(key);
        if (entry == null) {
            return;
        }
        boolean again = recent.containsKey(key);
        toTop(key);
        if (entry.settled) {
            prune();
        } else if (again) {
            settle(entry);
        } else {
            guests.remove(key);
            guests.put(key, entry);
        }
    }

    /**
     * Makes room for something, if it is worth it.
     *
     * @return what has to go; the thing itself if it is not to be kept
     */
    List<K> admit(K key, long size) {
        boolean seen = residents.containsKey(key) || ghosts.containsKey(key) || bytes < budget / 2;
        boolean settled = residents.containsKey(key) && residents.get(key).settled;
        remove(key);
        List<K> gone = new ArrayList<>();
        if (size > budget || !(seen || bytes - guestBytes() + size <= budget)) {
            remember(key);
            gone.add(key);
            return gone;
        }
        makeRoom(size, gone);
        insert(new Entry<>(key, size), settled || recent.containsKey(key));
        return gone;
    }

    /** Whether it is kept. */
    boolean has(K key) {
        return residents.containsKey(key);
    }

    /** Forgets something that is not kept any more. */
    void remove(K key) {
        Entry<K> entry = residents.remove(key);
        if (entry == null) {
            return;
        }
        bytes -= entry.size;
        guests.remove(key);
        if (entry.settled) {
            settledBytes -= entry.size;
            recent.remove(key);
            prune();
        } else if (recent.containsKey(key)) {
            ghosts.put(key, true);
        }
    }

    private void insert(Entry<K> entry, boolean known) {
        residents.put(entry.key, entry);
        ghosts.remove(entry.key);
        bytes += entry.size;
        toTop(entry.key);
        guests.put(entry.key, entry);
        if (known || settledBytes + entry.size <= settledBudget) {
            settle(entry);
        }
    }

    private void makeRoom(long size, List<K> gone) {
        while (bytes + size > budget || residents.size() >= MOST_THINGS) {
            if (guests.isEmpty()) {
                unsettleOldest();
            }
            K victim = guests.keySet().iterator().next();
            remove(victim);
            gone.add(victim);
        }
        forgetGhosts();
    }

    private void settle(Entry<K> entry) {
        entry.settled = true;
        guests.remove(entry.key);
        settledBytes += entry.size;
        while (settledBytes > settledBudget && settledBytes > entry.size) {
            unsettleOldest();
        }
        prune();
    }

    private void unsettleOldest() {
        prune();
        K oldest = recent.keySet().iterator().next();
        recent.remove(oldest);
        Entry<K> entry = residents.get(oldest);
        entry.settled = false;
        settledBytes -= entry.size;
        guests.put(oldest, entry);
        prune();
    }

    /** The least recently used one has to be settled: what is below was not used for longer than any of those. */
    private void prune() {
        Iterator<K> oldest = recent.keySet().iterator();
        while (oldest.hasNext()) {
            K key = oldest.next();
            Entry<K> entry = residents.get(key);
            if (entry != null && entry.settled) {
                return;
            }
            oldest.remove();
            ghosts.remove(key);
        }
    }

    private void remember(K key) {
        toTop(key);
        ghosts.remove(key);
        ghosts.put(key, true);
        forgetGhosts();
        prune();
    }

    private void forgetGhosts() {
        int most = Math.max(GHOSTS_AT_LEAST, GHOSTS_FOR_EACH * residents.size());
        while (ghosts.size() > most) {
            K oldest = ghosts.keySet().iterator().next();
            ghosts.remove(oldest);
            recent.remove(oldest);
        }
    }

    private void toTop(K key) {
        recent.remove(key);
        recent.put(key, true);
    }

    private long guestBytes() {
        return bytes - settledBytes;
    }
}
