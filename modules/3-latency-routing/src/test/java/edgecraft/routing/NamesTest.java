package edgecraft.routing;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.kit.DnsAnswer;
import edgecraft.kit.DnsQuestion;
import edgecraft.kit.DnsZone;
import edgecraft.kit.EdgeSite;
import edgecraft.kit.HealthPolicy;
import edgecraft.kit.Hysteresis;
import edgecraft.kit.IpAddress;
import edgecraft.kit.IpPrefix;
import edgecraft.kit.LatencyPolicy;
import edgecraft.kit.LoadPolicy;
import edgecraft.kit.Location;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.kit.Time;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final Duration TTL = Duration.ofSeconds(30);
    private static final IpAddress RESOLVER = IpAddress.parse("198.51.100.53");

    private final EdgeSite fra = edge("fra", "192.0.2.1");
    private final EdgeSite lhr = edge("lhr", "192.0.2.2");

    /** Frankfurt for the resolver, London for everybody else. */
    private final Names names = new Names(settings(), viewer -> viewer.equals(RESOLVER) ? fra : lhr);

    @Test
    void a_client_subnet_counts_for_more_than_the_resolver() {
        assertThat(names.answer(question("www.cdn.example.", DnsQuestion.Type.A, "203.0.113.0/24")))
                .isEqualTo(new DnsAnswer.Addresses(List.of(lhr.ipv4()), TTL, 20));
    }

    @Test
    void without_one_the_resolver_counts() {
        DnsAnswer toFra = new DnsAnswer.Addresses(List.of(fra.ipv4()), TTL, 0);
        assertThat(names.answer(new DnsQuestion("www.cdn.example.", DnsQuestion.Type.A, RESOLVER, null)))
                .isEqualTo(toFra);
        assertThat(names.answer(question("www.cdn.example.", DnsQuestion.Type.A, "0.0.0.0/0")))
                .isEqualTo(toFra);
    }

    @Test
    void what_is_not_there_is_said() {
        assertThat(names.answer(question("www.cdn.example.", DnsQuestion.Type.AAAA, "203.0.113.0/24")))
                .isEqualTo(new DnsAnswer.NoData());
        assertThat(names.answer(question("other.example.", DnsQuestion.Type.A, "203.0.113.0/24")))
                .isEqualTo(new DnsAnswer.NoSuchName());
    }

    private static DnsQuestion question(String name, DnsQuestion.Type type, String client) {
        return new DnsQuestion(name, type, RESOLVER, IpPrefix.parse(client));
    }

    private static EdgeSite edge(String id, String address) {
        return new EdgeSite(id, URI.create("http://127.0.0.1:1"), new Location(0, 0), IpAddress.parse(address), null);
    }

    private RouterSettings settings() {
        return new RouterSettings(
                List.of(fra, lhr),
                List.of(new Network(IpPrefix.parse("203.0.112.0/20"), null)),
                List.of(),
                "a-token",
                new LatencyPolicy(Duration.ofSeconds(60), 1, 2),
                new HealthPolicy("/health", Duration.ofSeconds(10), Duration.ofSeconds(1), 3, 2),
                Hysteresis.NONE,
                new LoadPolicy(0.9, 0.7),
                Duration.ZERO,
                new DnsZone("www.cdn.example.", TTL),
                Time.system());
    }
}
