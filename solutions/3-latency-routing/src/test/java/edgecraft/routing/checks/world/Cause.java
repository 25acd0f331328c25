package edgecraft.routing.checks.world;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a viewer waited much longer than needed. */
public enum Cause {
    GONE("at an edge that was gone"),
    FULL("on a full way"),
    ASTRAY("by way of another continent"),
    FAR("too far away");

    private static final double MUCH = 1.5;
    private static final double SOME_MILLIS = 20;

    private final String what;

    Cause(String what) {
        this.what = what;
    }

    /** How many of these visits had each of the causes, in one line. */
    public static String of(World world, List<Visit> visits) {
        Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
        List.of(values()).forEach(cause -> counts.put(cause, 0));
        visits.stream()
                .filter(visit -> visit.mine() > MUCH * visit.best() + SOME_MILLIS)
                .forEach(visit -> counts.merge(of(visit, world.at(visit.time())), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().what)
                .collect(Collectors.joining(", ", "waited much too long: ", ""));
    }

    private static Cause of(Visit visit, Moment then) {
        if (!then.isUp(visit.edge())) {
            return GONE;
        } else if (then.congestions().stream().anyMatch(one -> one.isFelt(visit.viewer(), visit.edge()))) {
            return FULL;
        }
        return visit.viewer().provider().roadTo(visit.edge()).by() == null ? FAR : ASTRAY;
    }
}
