package edgecraft.routing.checks;

import edgecraft.fixtures.Crowd;
import edgecraft.fixtures.OriginLine;
import edgecraft.kit.HealthPolicy;
import edgecraft.kit.Hysteresis;
import edgecraft.kit.LatencyPolicy;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.routing.checks.world.City;
import edgecraft.routing.checks.world.Guide;
import edgecraft.routing.checks.world.Hour;
import edgecraft.routing.checks.world.Measured;
import edgecraft.routing.checks.world.Moment;
import edgecraft.routing.checks.world.World;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A router in the world: what its edges do is what they do there, and its viewers are those of there. */
final class AskedGuide implements Guide {

    static final HealthPolicy HEALTH = new HealthPolicy(RouterScene.HEALTH, Duration.ofSeconds(60), Rounds.LONG, 2, 2);
    private static final LatencyPolicy LATENCY = new LatencyPolicy(Duration.ofSeconds(90), 2, 5);
    private static final Hysteresis HYSTERESIS = new Hysteresis(5, 0.1, Duration.ZERO);

    private final World world;
    private final Cdn cdn;
    private final Fixtures fixtures;
    private Duration patience;

    /** A router that has not started. It does now, so that its probes fall due when the world has it so. */
    AskedGuide(World world, Instance<RouterSettings> router, Fixtures fixtures) {
        this.world = world;
        this.fixtures = fixtures;
        patience = fixtures.pace().times(Rounds.SHORT);
        cdn = new Cdn(router, fixtures);
        world.edges().forEach(city -> cdn.edge(city.code(), city.location()));
        world.networks().forEach(network -> cdn.network(network.prefix(), network.location()));
        router.settings(settings -> settings.withHealth(health -> HEALTH)
                .withLatency(latency -> LATENCY)
                .withHysteresis(HYSTERESIS));
        router.uri();
    }

    @Override
    public void isNow(Duration time) {
        change(world.at(time.minus(Hour.ROUND)), world.at(time));
        List<NextProbe> probes = world.edges().stream()
                .map(edge -> NextProbe.of(edge.code(), cdn.stub(edge.code())))
                .toList();
        cdn.advance(Hour.ROUND);
        if (time.toSeconds() % HEALTH.interval().toSeconds() == 0) {
            await(() -> probes.stream().allMatch(probe -> probe.comes(Duration.ZERO)));
            List<City> down = down(time);
            if (!down.equals(down(time.minus(HEALTH.interval())))) {
                await(() -> downAsTheRouterSays().equals(down));
            }
        }
    }

    /** What comes of a probe is known some real time after it is due, so it is waited for; less and less, where it does not come. */
    private void await(BooleanSupplier condition) {
        if (!Soon.holds(patience, condition)) {
            patience = patience.dividedBy(2);
        }
    }

    private void change(Moment before, Moment now) {
        for (City edge : world.edges()) {
            OriginLine line = cdn.stub(edge.code()).line();
            if (before.isUp(edge) && !now.isUp(edge)) {
                fixtures.conversation().note(edge.code(), "is gone");
                line.hangsUp();
            } else if (!before.isUp(edge) && now.isUp(edge)) {
                fixtures.conversation().note(edge.code(), "is back");
                line.passes();
            }
        }
    }

    /** The edges that can be known to be down. */
    private List<City> down(Duration time) {
        return world.edges().stream().filter(edge -> isKnown(edge, time)).toList();
    }

    private boolean isKnown(City edge, Duration time) {
        return world.outages().stream()
                .anyMatch(outage ->
                        outage.edge().equals(edge) && outage.known(HEALTH).contains(time));
    }

    private List<City> downAsTheRouterSays() {
        Explained explained = cdn.explained(cdn.viewerIn(world.networks().get(0).prefix()));
        return world.edges().stream()
                .filter(edge -> !explained.candidate(edge.code()).up())
                .toList();
    }

    @Override
    public List<Advice> advise(List<Network> networks) {
        return Crowd.of(networks.size(), i -> advise(networks.get(i)));
    }

    private Advice advise(Network network) {
        Asked asked = Asked.by(network, cdn);
        return new Advice(asked.chosen(), asked.others());
    }

    @Override
    public void report(List<Measured> batch) {
        cdn.report(batch.stream()
                .map(one -> Cdn.entry(one.network(), one.edge(), one.millis()))
                .toList());
    }
}
