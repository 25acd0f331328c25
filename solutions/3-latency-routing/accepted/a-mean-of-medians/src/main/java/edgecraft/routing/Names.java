package edgecraft.routing;

import edgecraft.kit.DnsAnswer;
import edgecraft.kit.DnsQuestion;
import edgecraft.kit.DnsZone;
import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.RouterSettings;
import java.util.List;
import java.util.function.Function;

/** Answers DNS: where viewers are sent is the same as over HTTP. Thread-safe. */
final class Names {

    private final DnsZone zone;
    private final Networks networks;
    private final Function<IpAddress, EdgeSite> decision;

    /**
     * Those of the zone in the settings.
     *
     * @param decision the edge that a viewer with an address is sent to now
     */
    Names(RouterSettings settings, Function<IpAddress, EdgeSite> decision) {
        zone = settings.dns();
        networks = new Networks(settings.networks());
        this.decision = decision;
    }

    /**
     * The address of an edge for the viewer whom the resolver asks for; if it does not say whom, for the resolver itself (RFC 7871
     * §7.1.2).
     */
    DnsAnswer answer(DnsQuestion question) {
        if (!question.name().equals(zone.name())) {
            return new DnsAnswer.NoSuchName();
        }
        if (question.type() == DnsQuestion.Type.OTHER) {
            return new DnsAnswer.NoData();
        }
        IpPrefix client = question.clientSubnet();
        boolean isKnown = client != null && client.length() > 0;
        EdgeSite edge = decision.apply(isKnown ? client.first() : question.resolver());
        IpAddress address = question.type() == DnsQuestion.Type.A ? edge.ipv4() : edge.ipv6();
        return address == null
                ? new DnsAnswer.NoData()
                : new DnsAnswer.Addresses(List.of(address), zone.ttl(), isKnown ? scope(client.first()) : 0);
    }

    private int scope(IpAddress client) {
        return Scope.around(client, networks.near(client));
    }
}
