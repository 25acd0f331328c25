package edgecraft.routing.checks;

import static edgecraft.fixtures.Expect.assertThat;
import static edgecraft.routing.checks.ByDns.NAME;

import edgecraft.fixtures.Resolver;
import edgecraft.kit.DnsZone;
import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What an answer by DNS says besides which edge it is. */
@Step("3.10")
class DnsAnswerChecks {

    @Check(
            id = "ipv6-addresses",
            title = "AAAA is the same edge's IPv6 address, and no data if it has none",
            reference = "RFC 3596 §2; RFC 2308 §2.2")
    void ipv6Addresses(Instance<RouterSettings> router, Fixtures fixtures, Resolver resolver) {
        Cdn cdn = new Cdn(router, fixtures);
        ByDns dns = new ByDns(cdn, fixtures, resolver);
        EdgeSite london = dns.edge("lhr", Places.LONDON);
        EdgeSite sydney = cdn.edge("syd", Places.SYDNEY);
        Network madrid = cdn.network(Places.MADRID);
        Network nadi = cdn.network(Places.NADI);
        router.settings(settings -> settings.withEdges(List.of(london, withoutIpv6(sydney))));

        assertThat(dns.in(madrid).aaaa(NAME))
                .because("viewers in Madrid are sent to lhr, and it is the address of lhr")
                .hasAddress(Objects.requireNonNull(london.ipv6()));
        assertThat(dns.in(nadi).aaaa(NAME))
                .because("viewers in Nadi are sent to syd, which has no IPv6 address")
                .hasNoData();
        assertThat(dns.in(nadi).a(NAME))
                .because("viewers in Nadi are sent to syd, and it is the address of syd")
                .hasAddress(sydney.ipv4());
    }

    private static EdgeSite withoutIpv6(EdgeSite site) {
        return new EdgeSite(site.id(), site.address(), site.location(), site.ipv4(), null);
    }

    @Check(
            id = "ttl",
            title = "an answer may be kept as long as the settings say",
            reference = "RFC 1035 §3.2.1; Route 53 guide: TTL (seconds)")
    void ttl(Instance<RouterSettings> router, Fixtures fixtures, Resolver resolver) {
        Cdn cdn = new Cdn(router, fixtures);
        ByDns dns = new ByDns(cdn, fixtures, resolver);
        dns.edge("lhr", Places.LONDON);
        Network madrid = cdn.network(Places.MADRID);
        Duration ttl =
                Duration.ofSeconds(100 + Byte.toUnsignedInt(fixtures.randoms().bytes(1)[0]));
        router.settings(settings -> settings.withDns(new DnsZone(NAME, ttl)));

        assertThat(dns.in(madrid).a(NAME)).because("the settings say so").hasTtl(ttl);
        assertThat(dns.in(madrid).aaaa(NAME)).because("the settings say so").hasTtl(ttl);
    }

    @Check(
            id = "scope-in-a-network",
            title = "the scope leaves out the networks inside the client's, and nothing else",
            reference = "RFC 7871 §7.2.1, §7.3.1")
    void scopeInANetwork(Instance<RouterSettings> router, Fixtures fixtures, Resolver resolver) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("lhr", Places.LONDON);
        cdn.network(IpPrefix.parse("10.20.0.0/16"), Places.MADRID);
        cdn.network(IpPrefix.parse("10.20.4.0/22"), Places.NADI);
        cdn.network(IpPrefix.parse("10.20.5.0/24"), null);
        cdn.network(IpPrefix.parse("10.30.1.128/25"), Places.NADI);
        cdn.network(IpPrefix.parse("2001:db8::/32"), Places.MUMBAI);
        cdn.network(IpPrefix.parse("2001:db8:7::/48"), null);

        assertScope(resolver, "10.20.5.0/24", 24, "10.20.5.0/24 is the client's network and has no other inside");
        assertScope(resolver, "10.20.5.64/26", 24, "10.20.5.0/24 is the client's network and has no other inside");
        assertScope(resolver, "10.20.6.0/24", 23, "10.20.4.0/22, where the client is, has 10.20.5.0/24 inside");
        assertScope(resolver, "10.20.128.0/24", 17, "10.20.0.0/16, where the client is, has 10.20.4.0/22 inside");
        assertScope(resolver, "10.30.1.128/25", 25, "10.30.1.128/25 is the client's network and has no other inside");
        assertScope(resolver, "2001:db8:7:100::/56", 48, "2001:db8:7::/48 is the client's network");
        assertScope(resolver, "2001:db8:8::/56", 45, "2001:db8::/32, where the client is, has 2001:db8:7::/48 inside");
    }

    @Check(
            id = "scope-outside",
            title = "outside all networks, the scope keeps clear of every one of them",
            reference = "RFC 7871 §7.2.1")
    void scopeOutside(Instance<RouterSettings> router, Fixtures fixtures, Resolver resolver) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("lhr", Places.LONDON);
        cdn.network(IpPrefix.parse("192.0.2.0/24"), Places.MADRID);
        cdn.network(IpPrefix.parse("203.0.112.0/24"), Places.NADI);

        assertScope(resolver, "203.0.113.0/24", 24, "203.0.112.0/24 has its first 23 bits in common with the client");
        assertScope(resolver, "203.0.0.0/17", 18, "203.0.112.0/24 has its first 17 bits in common with the client");
        assertScope(resolver, "10.0.0.0/8", 1, "no network begins with the same bit as the client");
        assertScope(resolver, "2001:db8::/56", 0, "there is no network of IPv6, so all clients get the same answer");
    }

    private static void assertScope(Resolver resolver, String client, int scope, String why) {
        assertThat(resolver.forClient(client).a(NAME)).because(why).hasScope(scope);
    }

    @Check(
            id = "names-and-types",
            title = "other names are NXDOMAIN, other types of the name no data",
            reference = "RFC 2308 §2.1, §2.2")
    void namesAndTypes(Instance<RouterSettings> router, Fixtures fixtures, Resolver resolver) {
        Cdn cdn = new Cdn(router, fixtures);
        EdgeSite london = cdn.edge("lhr", Places.LONDON);
        String zone = fixtures.randoms().name() + ".example.";
        String name = "www." + zone;
        router.settings(settings -> settings.withDns(new DnsZone(name, Duration.ofSeconds(30))));
        assertThat(resolver.a(name)).because("it is the name in the settings").hasAddress(london.ipv4());

        for (String type : List.of("TXT", "MX", "HTTPS", "CNAME")) {
            assertThat(resolver.ask(type, name))
                    .because("there is such a name, and it has addresses and nothing else")
                    .hasNoData();
        }
        for (String other : List.of("a." + name, "w" + name, zone, NAME)) {
            assertThat(resolver.a(other))
                    .because("there is no name but " + name)
                    .isNoSuchName();
        }
    }
}
