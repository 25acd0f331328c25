package edgecraft.routing;

import edgecraft.kit.DnsAnswer;
import edgecraft.kit.DnsQuestion;
import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.RouterSettings;
import edgecraft.kit.Todo;
import java.util.function.Function;

/** Answers DNS: where viewers are sent is the same as over HTTP. Thread-safe. */
final class Names {

    /**
     * Those of the zone in the settings.
     *
     * @param decision the edge that a viewer with an address is sent to now
     */
    Names(RouterSettings settings, Function<IpAddress, EdgeSite> decision) {}

    /**
     * The address of an edge for the viewer whom the resolver asks for; if it does not say whom, for the resolver itself (RFC 7871
     * §7.1.2).
     */
    DnsAnswer answer(DnsQuestion question) {
        throw new Todo("3.10", "answer DNS");
    }
}
