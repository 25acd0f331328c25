package edgecraft.edge;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Evicts what is less popular. What comes spends some time at the door. When it has to leave that, it gets in only if it is
 * clearly more popular than what would have to go for it, and that is what was not used for the longest time.
 */
final class PopularStay implements Eviction {

    private static final int DOORS_SHARE = 10;

    /** More than one, or else a loop would push out just what it needs next: that was asked for once less, so far. */
    private static final double CLEARLY = 1.2;

    private final long budget;
    private final Popularity popularity = new Popularity();
    private final Map<Place, Long> door = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Place, Long> inside = new LinkedHashMap<>(16, 0.75f, true);
    private long bytesAtDoor;
    private long bytesInside;

    PopularStay(long budget) {
        this.budget = budget;
    }

    @Override
    public void added(Place place, long size) {
        popularity.count(place, copies());
        door.put(place, size);
        bytesAtDoor += size;
        while (isCrowded() && bytesAtDoor + bytesInside <= budget) {
            letIn(eldest(door));
        }
    }

    @Override
    public void used(Place place) {
        popularity.count(place, copies());
        door.get(place);
        inside.get(place);
    }

    @Override
    public void removed(Place place) {
        Long atDoor = door.remove(place);
        Long within = inside.remove(place);
        bytesAtDoor -= atDoor == null ? 0 : atDoor;
        bytesInside -= within == null ? 0 : within;
    }

    @Override
    public Place victim() {
        if (inside.isEmpty()) {
            return eldest(door);
        }
        if (isCrowded()) {
            Place candidate = eldest(door);
            if (popularityOf(candidate) <= dearestFor(door.get(candidate)) + CLEARLY) {
                return candidate;
            }
            letIn(candidate);
        }
        return eldest(inside);
    }

    private boolean isCrowded() {
        return bytesAtDoor > budget / DOORS_SHARE;
    }

    private void letIn(Place place) {
        long size = door.remove(place);
        inside.put(place, size);
        bytesAtDoor -= size;
        bytesInside += size;
    }

    /** The most popular among those that would have to go to make as much room. */
    private double dearestFor(long size) {
        double dearest = 0;
        long room = 0;
        Iterator<Map.Entry<Place, Long>> elders = inside.entrySet().iterator();
        while (room < size && elders.hasNext()) {
            Map.Entry<Place, Long> elder = elders.next();
            room += elder.getValue();
            dearest = Math.max(dearest, popularityOf(elder.getKey()));
        }
        return dearest;
    }

    private double popularityOf(Place place) {
        return popularity.of(place, copies());
    }

    private int copies() {
        return door.size() + inside.size();
    }

    private static Place eldest(Map<Place, Long> places) {
        return places.keySet().iterator().next();
    }
}
