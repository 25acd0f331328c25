package edgecraft.routing;

import edgecraft.kit.Location;

/** Distances on the globe, and how long light takes for them. */
final class Globe {

    private static final double RADIUS_KM = 6371.0088;
    private static final double LIGHT_MILLIS_PER_KM = 0.01;
    private static final double EXPECTED_MILLIS_PER_KM = 0.021;

    private Globe() {}

    /** The great-circle distance between two points, in kilometres; the mean radius of the earth is 6371.0088 km. */
    static double kilometres(Location from, Location to) {
        double latitude = Math.toRadians(from.latitude());
        double otherLatitude = Math.toRadians(to.latitude());
        double longitudes = Math.toRadians(to.longitude() - from.longitude());
        double haversine = squaredSine((otherLatitude - latitude) / 2)
                + Math.cos(latitude) * Math.cos(otherLatitude) * squaredSine(longitudes / 2);
        // Rounding can make it a little more than 1 for two points that are opposite each other.
        return 2 * RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, haversine)));
    }

    private static double squaredSine(double angle) {
        double sine = Math.sin(angle);
        return sine * sine;
    }

    /**
     * What a round trip over that distance is expected to take when nobody has measured it, in milliseconds: 2.1 times what light
     * takes in a straight fibre.
     */
    static double expectedMillis(double kilometres) {
        return EXPECTED_MILLIS_PER_KM * kilometres;
    }

    /** What no round trip over that distance can be faster than, in milliseconds: light in fibre makes 200 km each of them. */
    static double leastMillis(double kilometres) {
        return LIGHT_MILLIS_PER_KM * kilometres;
    }
}
