package edgecraft.routing.checks;

import edgecraft.fixtures.Field;
import edgecraft.fixtures.Request;
import edgecraft.kit.Network;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What checks of health say of single probes and answers. */
final class ProbeAssertions {

    private ProbeAssertions() {}

    /**
     * What reached an edge is a probe, and no more than that.
     *
     * @param others what is between the router and others, and no business of the edge
     */
    static void assertPlain(String edge, Request request, String path, List<String> others) {
        if (!request.method().equals("GET") || !request.target().equals(path) || request.body().length > 0) {
            throw new AssertionError(
                    "expected " + edge + " to be asked for GET " + path + " and nothing else, but it was"
                            + " asked for " + request + (request.body().length > 0 ? ", with a body" : ""));
        }
        for (Field field : request.fields().lines()) {
            if (others.stream().anyMatch(field.value()::contains)) {
                throw new AssertionError("expected a probe of " + edge + " to have no secrets in it, and nothing of a"
                        + " viewer's, but it has " + field);
            }
        }
    }

    /** The edges that viewers in a network are asked to measure, in as many answers as it takes to ask after all. */
    static Set<String> askedAfter(Cdn cdn, Network network) {
        Set<String> edges = new TreeSet<>();
        for (int i = 0; i < Asked.TURNS; i++) {
            edges.addAll(Asked.of(cdn.ask(cdn.viewerIn(network.prefix())), cdn).others());
        }
        return edges;
    }

    /**
     * The decision says of an edge that it is up, or that it is down.
     *
     * @param why goes on after "because"
     */
    static void assertUp(Cdn cdn, Network network, String edge, boolean up, String why) {
        if (cdn.explained(cdn.viewerIn(network.prefix())).candidate(edge).up() != up) {
            throw new AssertionError("expected the decision to say \"up\": " + up + " of " + edge + ", because " + why
                    + ", but it says " + !up);
        }
    }

    /** The decision says of no edge that it was measured. */
    static void assertNothingMeasured(Cdn cdn, Network network) {
        cdn.explained(cdn.viewerIn(network.prefix())).candidates().forEach(edge -> {
            if (edge.measured()) {
                throw new AssertionError("expected the decision to say \"measured\": false of " + edge.edge()
                        + ", because no viewer has measured it, and how long a probe took is no measurement, but it says"
                        + " true");
            }
        });
    }
}
