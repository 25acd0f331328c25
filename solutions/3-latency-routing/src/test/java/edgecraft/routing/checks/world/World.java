package edgecraft.routing.checks.world;

import edgecraft.kit.Network;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * An hour of a world in which some edges are near and others are far, and in which that is not all there is to say. What it tells
 * is the truth, which no router can know.
 *
 * @param edges where the edges are, in the order of the settings
 * @param providers who connects viewers
 * @param viewers the networks with viewers in them
 * @param congestions what takes longer for a time
 * @param outages which edges are gone for a time
 */
public record World(
        List<City> edges,
        List<Provider> providers,
        List<ViewerNetwork> viewers,
        List<Congestion> congestions,
        List<Outage> outages) {

    /** What a kilometre takes there and back: 2.1 times what it takes light in fibre, at 200 km in a millisecond. */
    static final double MILLIS_PER_KILOMETRE = 0.021;

    /** One of many. The same chance makes the same world. */
    public static World of(Random chance) {
        List<City> edges = Cities.WITH_EDGE;
        List<Provider> providers = new Providers(chance, edges).all();
        List<ViewerNetwork> viewers = providers.stream()
                .flatMap(provider -> Neighbourhood.of(provider, chance).stream())
                .toList();
        Troubles troubles = new Troubles(chance, edges, providers);
        return new World(edges, providers, viewers, troubles.congestions(), troubles.outages());
    }

    /** All networks that the router knows. */
    public List<Network> networks() {
        return Stream.concat(
                        providers.stream().map(Provider::network),
                        viewers.stream().map(ViewerNetwork::network))
                .toList();
    }

    /** How it is at this time, counted from the beginning of the hour. */
    public Moment at(Duration time) {
        List<City> gone = outages.stream()
                .filter(outage -> outage.period().contains(time))
                .map(Outage::edge)
                .toList();
        return new Moment(
                edges.stream().filter(edge -> !gone.contains(edge)).toList(),
                congestions.stream()
                        .filter(congestion -> congestion.period().contains(time))
                        .toList());
    }
}
