package edgecraft.routing.checks;

import edgecraft.fixtures.Conversation;
import edgecraft.fixtures.Resolver;
import edgecraft.kit.EdgeSite;
import edgecraft.kit.Location;
import edgecraft.kit.Network;
import edgecraft.workshop.check.Fixtures;

/** The edges and networks of one check, asked after by DNS. */
record ByDns(Cdn cdn, Resolver resolver, Conversation conversation) {

    /** The name in the settings. */
    static final String NAME = "www.cdn.example.";

    ByDns(Cdn cdn, Fixtures fixtures, Resolver resolver) {
        this(cdn, resolver, fixtures.conversation());
    }

    /** One more edge. The conversation says which addresses it has. */
    EdgeSite edge(String id, Location location) {
        EdgeSite site = cdn.edge(id, location);
        conversation.note(id, "is " + site.ipv4() + " and " + site.ipv6());
        return site;
    }

    /** The resolver, asking for a client in this network. */
    Resolver in(Network network) {
        return resolver.forClient(network.prefix().toString());
    }
}
