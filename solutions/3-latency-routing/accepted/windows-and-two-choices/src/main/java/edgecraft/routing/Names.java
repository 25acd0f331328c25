package edgecraft.routing;

import edgecraft.kit.DnsAnswer;
import edgecraft.kit.DnsQuestion;
import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.RouterSettings;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers DNS: where viewers are sent is the same as over HTTP. Thread-safe. */
final class Names {

    private final RouterSettings settings;
    private final Networks networks;
    private final Function<IpAddress, EdgeSite> decision;

    /**
     * Those of the zone in the settings.
     *
     * @param decision the edge that a viewer with an address is sent to now
     */
    Names(RouterSettings settings, Function<IpAddress, EdgeSite> decision) {
        this.settings = settings;
        this.decision = decision;
        networks = new Networks(settings.networks());
    }

    /**
     * The address of an edge for the viewer whom the resolver asks for; if it does not say whom, for the resolver itself (RFC 7871
     * §7.1.2).
     */
    DnsAnswer answer(DnsQuestion question) {
        if (!question.name().equals(settings.dns().name())) {
            return new DnsAnswer.NoSuchName();
        } else if (question.type() == DnsQuestion.Type.OTHER) {
            return new DnsAnswer.NoData();
        }
        IpPrefix client = question.clientSubnet();
        boolean isForClient = client != null && client.length() > 0;
        IpAddress viewer = isForClient ? client.first() : question.resolver();
        IpAddress address = address(decision.apply(viewer), question.type());
        return address == null
                ? new DnsAnswer.NoData()
                : new DnsAnswer.Addresses(
                        List.of(address), settings.dns().ttl(), isForClient ? networks.scope(viewer) : 0);
    }

    private static @Nullable IpAddress address(EdgeSite edge, DnsQuestion.Type type) {
        return type == DnsQuestion.Type.A ? edge.ipv4() : edge.ipv6();
    }
}
