package edgecraft.routing.checks.world;

import edgecraft.kit.Location;
import edgecraft.routing.checks.GreatCircle;

/**
 * A city with an edge, with viewers, or with both.
 *
 * @param code its airport's, which is the id of its edge: {@code fra}
 * @param name what people call it
 * @param location its centre, to a few kilometres
 */
public record City(String code, String name, Location location) {

    /** How far a place is from here. */
    double kilometresTo(Location place) {
        return GreatCircle.kilometres(location, place);
    }

    /** No two cities share a code. */
    @Override
    public boolean equals(Object other) {
        return other instanceof City that && code.equals(that.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + code + ")";
    }
}
