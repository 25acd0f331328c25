package edgecraft.routing.checks.world;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes the ways of a provider to the edges. Some providers have not agreed with their neighbours where to meet: to the edges nearest
 * to them they get over another continent.
 */
final class Roads {

    /** So many of their edges are reached like that, at least and at most. */
    private static final int LEAST_ASTRAY = 3;

    private static final int MOST_ASTRAY = 6;

    /** There is an edge no farther than this that they reach without a detour, so that there is something to gain, in kilometres. */
    private static final double WITHIN_REACH = 3300;

    /** How far another continent is, in kilometres. */
    private static final double LEAST_FAR = 3000;

    private static final double MOST_FAR = 7000;
    private static final double MOST_WINDING = 0.3;

    private final Random chance;
    private final List<City> edges;

    /** @param edges where the edges are */
    Roads(Random chance, List<City> edges) {
        this.chance = chance;
        this.edges = edges;
    }

    /** The ways of a provider at home in this city, by the code of the edge: none of them leads over another continent. */
    Map<String, Road> straight(City home) {
        return to(byDistance(home), 0, null);
    }

    boolean canLeadAstray(City home) {
        return mostAstray(home) >= LEAST_ASTRAY;
    }

    /** The ways of a provider which gets to some of its nearest edges over another continent. */
    Map<String, Road> astray(City home) {
        List<City> byDistance = byDistance(home);
        int count = LEAST_ASTRAY + chance.nextInt(mostAstray(home) - LEAST_ASTRAY + 1);
        List<City> far = byDistance.stream()
                .filter(edge -> edge.kilometresTo(home.location()) > LEAST_FAR)
                .filter(edge -> edge.kilometresTo(home.location()) < MOST_FAR)
                .toList();
        return to(byDistance, count, far.get(chance.nextInt(far.size())));
    }

    private int mostAstray(City home) {
        long near = edges.stream()
                .filter(edge -> edge.kilometresTo(home.location()) < WITHIN_REACH)
                .count();
        return (int) Math.min(MOST_ASTRAY, near - 1);
    }

    private List<City> byDistance(City home) {
        return edges.stream()
                .sorted(Comparator.comparingDouble(edge -> edge.kilometresTo(home.location())))
                .toList();
    }

    private Map<String, Road> to(List<City> byDistance, int astray, @Nullable City by) {
        Map<String, Road> roads = new HashMap<>();
        for (City edge : byDistance) {
            roads.put(edge.code(), new Road(roads.size() < astray ? by : null, 1 + MOST_WINDING * chance.nextDouble()));
        }
        return roads;
    }
}
