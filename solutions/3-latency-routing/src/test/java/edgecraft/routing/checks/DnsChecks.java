package edgecraft.routing.checks;

import static edgecraft.fixtures.Expect.assertThat;
import static edgecraft.routing.checks.ByDns.NAME;

import edgecraft.fixtures.Resolver;
import edgecraft.kit.EdgeSite;
import edgecraft.kit.Hysteresis;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.List;

/** Which edge the name leads to. */
@Step("3.10")
class DnsChecks {

    /** The judge's resolver is 127.0.0.1. */
    private static final IpPrefix RESOLVERS = IpPrefix.parse("127.0.0.0/8");

    @Check(
            id = "same-decision",
            title = "the name has the address of the edge that a request over HTTP is sent to",
            reference = "Route 53 guide: latency-based routing")
    void sameDecision(Instance<RouterSettings> router, Fixtures fixtures, Resolver resolver) {
        Cdn cdn = new Cdn(router, fixtures);
        ByDns dns = new ByDns(cdn, fixtures, resolver);
        dns.edge("lhr", Places.LONDON);
        dns.edge("iad", Places.WASHINGTON);
        dns.edge("syd", Places.SYDNEY);
        Network madrid = cdn.network(Places.MADRID);
        Network nadi = cdn.network(Places.NADI);
        Network mumbai = cdn.network(IpPrefix.parse("2001:db8:5::/48"), Places.MUMBAI);
        cdn.measured(madrid, "lhr", 130);
        cdn.measured(madrid, "iad", 90);

        for (Network network : List.of(madrid, nadi, mumbai)) {
            EdgeSite edge = cdn.site(cdn.edgeFor(network));
            String why = "over HTTP, viewers in " + network.prefix() + " are sent to " + edge.id();
            assertThat(dns.in(network).a(NAME)).because(why).hasAddress(edge.ipv4());
            assertThat(dns.in(network).overTcp().a(NAME)).because(why).hasAddress(edge.ipv4());
        }
    }

    @Check(
            id = "client-before-resolver",
            title = "the client subnet counts, wherever the resolver is",
            reference = "RFC 7871 §5; Route 53 guide: how EDNS0 helps to estimate where a user is")
    void clientBeforeResolver(Instance<RouterSettings> router, Fixtures fixtures, Resolver resolver) {
        Cdn cdn = new Cdn(router, fixtures);
        ByDns dns = new ByDns(cdn, fixtures, resolver);
        EdgeSite first = dns.edge("iad", Places.WASHINGTON);
        EdgeSite london = dns.edge("lhr", Places.LONDON);
        dns.edge("syd", Places.SYDNEY);
        cdn.network(RESOLVERS, Places.SYDNEY);
        Network madrid = cdn.network(Places.MADRID);

        assertThat(dns.in(madrid).a(NAME))
                .because("the client is in Madrid, though its resolver is in Sydney")
                .hasAddress(london.ipv4());
        assertThat(resolver.forClient("203.0.113.0/24").a(NAME))
                .because("the client is in no network, so it is sent to the first edge, wherever its resolver is")
                .hasAddress(first.ipv4());
    }

    @Check(
            id = "resolver-otherwise",
            title = "without a client subnet, or with one of length 0, the resolver's address counts",
            reference = "RFC 7871 §7.1.2")
    void resolverOtherwise(Instance<RouterSettings> router, Fixtures fixtures, Resolver resolver) {
        Cdn cdn = new Cdn(router, fixtures);
        ByDns dns = new ByDns(cdn, fixtures, resolver);
        dns.edge("lhr", Places.LONDON);
        EdgeSite sydney = dns.edge("syd", Places.SYDNEY);
        cdn.network(RESOLVERS, Places.NADI);
        cdn.network(Places.MADRID);

        assertThat(resolver.a(NAME))
                .because("the resolver, 127.0.0.1, is in Nadi, and it names no client")
                .hasAddress(sydney.ipv4());
        for (String nobody : List.of("0.0.0.0/0", "::/0")) {
            assertThat(resolver.forClient(nobody).a(NAME))
                    .because("the resolver, 127.0.0.1, is in Nadi, and " + nobody + " names no client")
                    .hasAddress(sydney.ipv4())
                    .because("no bit of a client's address was looked at")
                    .hasScope(0);
        }
    }

    @Check(
            id = "edge-that-is-down",
            title = "the address of an edge that is down is not given",
            reference = "Route 53 guide: health checks and DNS failover")
    void edgeThatIsDown(Instance<RouterSettings> router, Fixtures fixtures, Resolver resolver) {
        Cdn cdn = new Cdn(router, fixtures);
        ByDns dns = new ByDns(cdn, fixtures, resolver);
        EdgeSite london = dns.edge("lhr", Places.LONDON);
        EdgeSite washington = dns.edge("iad", Places.WASHINGTON);
        Network madrid = cdn.network(Places.MADRID);
        Rounds rounds = new Rounds(router, fixtures, cdn);
        assertThat(dns.in(madrid).a(NAME))
                .because("London is the edge nearest to Madrid")
                .hasAddress(london.ipv4());

        rounds.answers("lhr", 500);
        rounds.untilSent(madrid, "iad", "lhr is down, and Washington is the next to Madrid");

        assertThat(dns.in(madrid).a(NAME))
                .because("lhr is down, and over HTTP this network is sent to iad")
                .hasAddress(washington.ipv4());
    }

    @Check(
            id = "stays-put",
            title = "a question by DNS counts like a request: the network stays where it was sent",
            reference = "the lesson, steps 3.5 and 3.10")
    void staysPut(Instance<RouterSettings> router, Fixtures fixtures, Resolver resolver) {
        Cdn cdn = new Cdn(router, fixtures);
        ByDns dns = new ByDns(cdn, fixtures, resolver);
        router.settings(settings -> settings.withHysteresis(new Hysteresis(20, 0.1, Duration.ZERO)));
        EdgeSite london = dns.edge("lhr", Places.LONDON);
        EdgeSite washington = dns.edge("iad", Places.WASHINGTON);
        EdgeSite sydney = dns.edge("syd", Places.SYDNEY);
        Network stays = cdn.network(Places.MADRID);
        Network comesLater = cdn.network(Places.MADRID);
        Network asksOtherThings = cdn.network(Places.MADRID);
        cdn.measured(stays, "lhr", 50);
        cdn.measured(comesLater, "lhr", 50);
        assertThat(dns.in(stays).a(NAME)).because("lhr is best").hasAddress(london.ipv4());
        cdn.measured(asksOtherThings, "lhr", 50);
        assertThat(dns.in(asksOtherThings).ask("TXT", NAME))
                .because("the name has addresses and nothing else")
                .hasNoData();
        assertThat(dns.in(asksOtherThings).a("a." + NAME))
                .because("there is no name but " + NAME)
                .isNoSuchName();
        cdn.measured(asksOtherThings, "iad", 45);
        assertThat(dns.in(asksOtherThings).a(NAME))
                .because("no question of this network was answered with an edge until now, and iad is best")
                .hasAddress(washington.ipv4());

        cdn.measured(stays, "iad", 45);
        cdn.measured(comesLater, "iad", 45);
        assertThat(dns.in(comesLater).a(NAME))
                .because("this network asks for the first time, and iad is best")
                .hasAddress(washington.ipv4());
        String why = "it was sent to lhr by DNS, and iad is better by 5 ms, less than the 20 ms of the settings";
        assertThat(dns.in(stays).a(NAME)).because(why).hasAddress(london.ipv4());
        cdn.assertSent(stays, "lhr", why);

        cdn.measured(stays, "syd", 10);
        assertThat(dns.in(stays).a(NAME))
                .because("syd is better than lhr by 40 ms, more than the 20 ms of the settings")
                .hasAddress(sydney.ipv4());
    }
}
