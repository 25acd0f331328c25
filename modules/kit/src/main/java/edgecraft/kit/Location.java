package edgecraft.kit;

import java.io.Serializable;

/**
 * A point on the globe.
 *
 * @param latitude degrees north of the equator, -90 to 90
 * @param longitude degrees east of Greenwich, -180 to 180
 */
public record Location(double latitude, double longitude) implements Serializable {

    /** @throws IllegalArgumentException if a figure is out of bounds, or none */
    public Location {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no point on the globe: " + latitude + ", " + longitude);
        }
    }
}
