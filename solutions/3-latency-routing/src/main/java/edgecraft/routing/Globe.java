package edgecraft.routing;

import edgecraft.kit.Location;

/** Distances on the globe, and how long light takes for them. */
final class Globe {

    private static final double RADIUS = 6371.0088;
    private static final double MILLIS_PER_KILOMETRE = 0.021;
    private static final double LIGHT_MILLIS_PER_KILOMETRE = 0.01;

    private Globe() {}

    /** The great-circle distance between two points, in kilometres; the mean radius of the earth is 6371.0088 km. */
    static double kilometres(Location from, Location to) {
        double north = haversine(to.latitude() - from.latitude());
        double east = haversine(to.longitude() - from.longitude());
        double share = north + cosine(from.latitude()) * cosine(to.latitude()) * east;
        // Of antipodes the rounding errors may add up to more than 1, which no angle has for its sine.
        return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(share)));
    }

    private static double haversine(double degrees) {
        double half = Math.sin(Math.toRadians(degrees) / 2);
        return half * half;
    }

    private static double cosine(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    /**
     * What a round trip over that distance is expected to take when nobody has measured it, in milliseconds: 2.1 times what light
     * takes in a straight fibre.
     */
    static double expectedMillis(double kilometres) {
        return kilometres * MILLIS_PER_KILOMETRE;
    }

    /** What no round trip over that distance can be faster than, in milliseconds: light in fibre makes 200 km each of them. */
    static double leastMillis(double kilometres) {
        return kilometres * LIGHT_MILLIS_PER_KILOMETRE;
    }
}
