package edgecraft.workshop.sample;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Resolver;
import edgecraft.kit.IpAddress;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Step;

/** A check of a server that answers DNS. */
@Step("9.3")
public final class DnsChecks {

    @Check(id = "asked", title = "the server is asked by DNS", reference = "none")
    void asked(Resolver resolver) {
        assertThat(resolver.forClient("203.0.113.0/24").a("www.cdn.example."))
                .hasAddress(IpAddress.parse("198.51.100.7"))
                .hasScope(24);
    }
}
