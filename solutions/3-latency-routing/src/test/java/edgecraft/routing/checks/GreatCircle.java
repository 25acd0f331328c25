package edgecraft.routing.checks;

import edgecraft.kit.Location;

/** The judge's own distances on a globe, by another formula than most: the angle between two vectors. */
public final class GreatCircle {

    private static final double RADIUS = 6371.0088;
    private static final double EXPECTED_MILLIS_PER_KILOMETRE = 0.021;

    private GreatCircle() {}

    /** How far two points are from each other, in kilometres. */
    public static double kilometres(Location from, Location to) {
        double[] a = vector(from);
        double[] b = vector(to);
        double x = a[1] * b[2] - a[2] * b[1];
        double y = a[2] * b[0] - a[0] * b[2];
        double z = a[0] * b[1] - a[1] * b[0];
        double sine = Math.sqrt(x * x + y * y + z * z);
        double cosine = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return RADIUS * Math.atan2(sine, cosine);
    }

    /** What is expected of an edge that nobody has measured, in milliseconds. */
    public static double expectedMillis(Location from, Location to) {
        return kilometres(from, to) * EXPECTED_MILLIS_PER_KILOMETRE;
    }

    private static double[] vector(Location point) {
        double latitude = Math.toRadians(point.latitude());
        double longitude = Math.toRadians(point.longitude());
        return new double[] {
            Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)
        };
    }
}
