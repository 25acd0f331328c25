package edgecraft.routing;

import edgecraft.kit.Location;
import edgecraft.kit.Todo;

/** Distances on the globe, and how long light takes for them. */
final class Globe {

    private Globe() {}

    /** The great-circle distance between two points, in kilometres; the mean radius of the earth is 6371.0088 km. */
    static double kilometres(Location from, Location to) {
        throw new Todo("3.1", "the distance between two points");
    }

    /**
     * What a round trip over that distance is expected to take when nobody has measured it, in milliseconds: 2.1 times what light
     * takes in a straight fibre.
     */
    static double expectedMillis(double kilometres) {
        throw new Todo("3.1", "what a distance takes");
    }

    /** What no round trip over that distance can be faster than, in milliseconds: light in fibre makes 200 km each of them. */
    static double leastMillis(double kilometres) {
        throw new Todo("3.3", "what light takes");
    }
}
