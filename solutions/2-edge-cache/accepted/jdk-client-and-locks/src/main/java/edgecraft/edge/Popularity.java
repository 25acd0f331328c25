package edgecraft.edge;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers how often things were asked for, things that are not stored too; what was long ago counts less and less. */
final class Popularity {

    private static final int HALF_LIVES = 2;
    private static final int FEWEST = 64;
    private static final int REMEMBERED = 8;

    /** What a thing's count was when it was last asked for. */
    private record Score(double count, long when) {}

    private final Map<Place, Score> scores = new LinkedHashMap<>(16, 0.75f, true);
    private long now;

    /**
     * A thing was asked for.
     *
     * @param stored how many things are stored: fame halves in the time in which each of them could be asked for twice
     */
    void count(Place place, int stored) {
        now++;
        scores.put(place, new Score(of(place, stored) + 1, now));
        if (scores.size() > REMEMBERED * Math.max(FEWEST, stored)) {
            scores.remove(scores.keySet().iterator().next());
        }
    }

    /** How popular a thing is now. */
    double of(Place place, int stored) {
        Score score = scores.get(place);
        if (score == null) {
            return 0;
        }
        double halfLife = HALF_LIVES * Math.max(FEWEST, stored);
        return score.count * Math.pow(2, (score.when - now) / halfLife);
    }
}
