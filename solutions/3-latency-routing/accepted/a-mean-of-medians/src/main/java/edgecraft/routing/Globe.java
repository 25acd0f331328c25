package edgecraft.routing;

import edgecraft.kit.Location;

/** Distances on the globe, and how long light takes for them. */
final class Globe {

    private static final double RADIUS = 6371.0088;

    /** Light in fibre makes 200 km in a millisecond, and a round trip goes there and back. */
    private static final double LIGHT_MILLIS_PER_KILOMETRE = 0.01;

    private static final double DETOUR = 2.1;

    private Globe() {}

    /** The great-circle distance between two points, in kilometres, by the haversine formula. */
    static double kilometres(Location from, Location to) {
        double h = squaredHalfSine(to.latitude() - from.latitude())
                + cosine(from.latitude()) * cosine(to.latitude()) * squaredHalfSine(to.longitude() - from.longitude());
        // Rounding may make it a little more than 1 for opposite points.
        return 2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, h)));
    }

    private static double squaredHalfSine(double degrees) {
        double sine = Math.sin(Math.toRadians(degrees) / 2);
        return sine * sine;
    }

    private static double cosine(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    /** What a round trip over that distance is expected to take when nobody has measured it, in milliseconds. */
    static double expectedMillis(double kilometres) {
        return DETOUR * leastMillis(kilometres);
    }

    /** What no round trip over that distance can be faster than, in milliseconds. */
    static double leastMillis(double kilometres) {
        return LIGHT_MILLIS_PER_KILOMETRE * kilometres;
    }
}
