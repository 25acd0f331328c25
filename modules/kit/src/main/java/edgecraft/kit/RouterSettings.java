package edgecraft.kit;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The settings of module 3: between which edges the router chooses, and for whom.
 *
 * @param edges the edges; where two are equally good, the one that comes first counts as better
 * @param networks the networks that viewers are known to be in, in no order; no two have the same prefix
 * @param trustedProxies whose {@code X-Forwarded-For} is believed
 * @param token the secret that a report of measurements and a question about a decision must bring; it must never be seen in
 *     an answer or a log
 * @param latency how measurements count
 * @param health how the router finds out which edges are up
 * @param hysteresis what it takes to leave an edge for a better one
 * @param load when an edge has too much to do
 * @param slowReturn how long it takes until an edge that was down has all its viewers again; zero except in the checks about it
 * @param dns what the router is asked by DNS
 * @param time what time it is; not for sockets
 */
public record RouterSettings(
        List<EdgeSite> edges,
        List<Network> networks,
        List<IpPrefix> trustedProxies,
        String token,
        LatencyPolicy latency,
        HealthPolicy health,
        Hysteresis hysteresis,
        LoadPolicy load,
        Duration slowReturn,
        DnsZone dns,
        Time time)
        implements Serializable {

    public RouterSettings {
        edges = List.copyOf(edges);
        networks = List.copyOf(networks);
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** These settings, with other edges. */
    public RouterSettings withEdges(List<EdgeSite> sites) {
        return new RouterSettings(
                sites, networks, trustedProxies, token, latency, health, hysteresis, load, slowReturn, dns, time);
    }

    /** These settings, with other networks. */
    public RouterSettings withNetworks(List<Network> known) {
        return new RouterSettings(
                edges, known, trustedProxies, token, latency, health, hysteresis, load, slowReturn, dns, time);
    }

    /** These settings, with other proxies that are believed. */
    public RouterSettings withTrustedProxies(List<IpPrefix> proxies) {
        return new RouterSettings(
                edges, networks, proxies, token, latency, health, hysteresis, load, slowReturn, dns, time);
    }

    /** These settings, with measurements that count otherwise. */
    public RouterSettings withLatency(UnaryOperator<LatencyPolicy> change) {
        return new RouterSettings(
                edges,
                networks,
                trustedProxies,
                token,
                change.apply(latency),
                health,
                hysteresis,
                load,
                slowReturn,
                dns,
                time);
    }

    /** These settings, with other probes. */
    public RouterSettings withHealth(UnaryOperator<HealthPolicy> change) {
        return new RouterSettings(
                edges,
                networks,
                trustedProxies,
                token,
                latency,
                change.apply(health),
                hysteresis,
                load,
                slowReturn,
                dns,
                time);
    }

    /** These settings, with other margins for leaving an edge. */
    public RouterSettings withHysteresis(Hysteresis margins) {
        return new RouterSettings(
                edges, networks, trustedProxies, token, latency, health, margins, load, slowReturn, dns, time);
    }

    /** These settings, with other marks for too much to do. */
    public RouterSettings withLoad(LoadPolicy marks) {
        return new RouterSettings(
                edges, networks, trustedProxies, token, latency, health, hysteresis, marks, slowReturn, dns, time);
    }

    /** These settings, with another time for an edge to get its viewers back. */
    public RouterSettings withSlowReturn(Duration all) {
        return new RouterSettings(
                edges, networks, trustedProxies, token, latency, health, hysteresis, load, all, dns, time);
    }

    /** These settings, with another name to be asked for. */
    public RouterSettings withDns(DnsZone zone) {
        return new RouterSettings(
                edges, networks, trustedProxies, token, latency, health, hysteresis, load, slowReturn, zone, time);
    }

    /** The edges and how they are chosen, without the networks, which are many, and without the secret. */
    @Override
    public String toString() {
        return "RouterSettings[edges=%s, %d networks, latency=%s, health=%s, hysteresis=%s, load=%s, slowReturn=%s, dns=%s]"
                .formatted(edges, networks.size(), latency, health, hysteresis, load, slowReturn, dns);
    }
}
