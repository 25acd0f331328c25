package edgecraft.routing.checks;

import edgecraft.fixtures.Answer;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Location;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A router that tells by the edge that it chooses whose request it takes one for: each network is in a city of its own. */
final class Whose {

    private final Cdn cdn;
    private final Fixtures fixtures;
    private final Map<String, IpPrefix> byEdge = new HashMap<>();

    /** @param trusted its trusted proxies */
    Whose(Instance<RouterSettings> router, Fixtures fixtures, List<IpPrefix> trusted) {
        this.fixtures = fixtures;
        cdn = new Cdn(router, fixtures);
        router.settings(settings -> settings.withTrustedProxies(trusted));
        // The first one, for viewers of whom nothing is known.
        cdn.edge("fra", Places.FRANKFURT);
    }

    /** One more network, in a city with an edge. */
    Whose city(String edge, Location location, IpPrefix network) {
        cdn.edge(edge, location);
        cdn.network(network, location);
        byEdge.put(edge, network);
        return this;
    }

    String somebodyIn(IpPrefix network) {
        return cdn.viewerIn(network).toString();
    }

    /**
     * A request from 127.0.0.1 is taken for one by somebody in this network.
     *
     * @param why goes on after "because"
     * @param forwardedFor the lines of {@code X-Forwarded-For}
     */
    void assertAsks(IpPrefix network, String why, String... forwardedFor) {
        String[] fields = Stream.of(forwardedFor)
                .flatMap(line -> Stream.of("X-Forwarded-For", line))
                .toArray(String[]::new);
        Answer answer = cdn.viewer().get("/" + fixtures.randoms().name(), fields);
        String sent = cdn.edgeIn(answer);
        if (!network.equals(byEdge.get(sent))) {
            throw new AssertionError("expected a request from 127.0.0.1 with " + inWords(forwardedFor)
                    + " to be one of a viewer in " + network + ", because " + why + ", but it was sent to " + sent
                    + ", where "
                    + (byEdge.containsKey(sent)
                            ? "those in " + byEdge.get(sent) + " go"
                            : "those go of whom nothing is known"));
        }
    }

    private static String inWords(String... forwardedFor) {
        return forwardedFor.length == 0
                ? "no X-Forwarded-For"
                : "X-Forwarded-For: " + String.join(" / X-Forwarded-For: ", forwardedFor);
    }
}
