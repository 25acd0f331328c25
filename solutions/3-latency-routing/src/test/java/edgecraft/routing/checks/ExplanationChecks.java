package edgecraft.routing.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.IpAddress;
import edgecraft.kit.Location;
import edgecraft.kit.Network;
import edgecraft.kit.RouterSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Step("3.1")
class ExplanationChecks {

    @Check(
            id = "explains-itself",
            title = "asked why, the router tells by what it decides, to those who have the token",
            reference = "the lesson: step 3.1; RFC 8259")
    void explainsItself(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        List.of("syd", "iad", "lhr", "jnb").forEach(id -> cdn.edge(id, Places.airport(id)));
        Network madrid = cdn.network(Places.MADRID);
        Network mumbai = cdn.network(Places.MUMBAI);
        Network unknown = cdn.network(null);

        assertExplained(cdn, cdn.viewerIn(madrid.prefix()), madrid);
        assertExplained(cdn, cdn.viewerIn(mumbai.prefix()), mumbai);
        assertExplained(cdn, cdn.viewerIn(unknown.prefix()), unknown);
        assertExplained(cdn, IpAddress.parse("192.0.2.77"), null);
        assertExplained(cdn, IpAddress.parse("2001:db8::77"), null);
    }

    private static void assertExplained(Cdn cdn, IpAddress address, @Nullable Network network) {
        String prefix = network == null ? null : network.prefix().toString();
        Location place = network == null ? null : network.location();
        String sent = cdn.edgeIn(cdn.ask(address));
        Explained said = cdn.explained(address);
        assertSays("viewer", address.toString(), said.viewer());
        assertSays("network", prefix, said.network());
        assertSays("edge", sent, said.edge());
        for (EdgeSite site : cdn.sites()) {
            if (place == null) {
                said.assertUnknown(site.id());
            } else {
                said.assertDistance(site.id(), GreatCircle.kilometres(place, site.location()));
                said.assertExpected(site.id(), GreatCircle.expectedMillis(place, site.location()), false);
            }
            if (!said.candidate(site.id()).up()) {
                throw new AssertionError("expected \"up\" of " + site.id() + " to be true, but it is false");
            }
        }
    }

    private static void assertSays(String member, @Nullable String expected, @Nullable String said) {
        if (!Objects.equals(expected, said)) {
            throw new AssertionError(
                    "expected the decision to have \"" + member + "\": " + expected + ", but it has " + said);
        }
    }

    @Check(
            id = "explains-not-to-all",
            title = "without the token there is no explanation, and none for what is no address",
            reference = "RFC 6750 §2.1; RFC 9110 §15.5.1, §15.5.4")
    void explainsNotToAll(Instance<RouterSettings> router, Fixtures fixtures) {
        Cdn cdn = new Cdn(router, fixtures);
        cdn.edge("fra", Places.FRANKFURT);
        String question = Cdn.DECISION + "?viewer=192.0.2.77";
        cdn.explained(IpAddress.parse("192.0.2.77"));

        assertThat(cdn.viewer().get(question)).because("there is no token").hasStatus(403);
        for (String credentials : cdn.wrongCredentials()) {
            assertThat(cdn.viewer().get(question, "Authorization", credentials))
                    .because("Authorization is not the word Bearer and the token of the settings, and nothing else")
                    .hasStatus(403);
        }
        for (String query : List.of(
                "",
                "?viewer=",
                "?address=192.0.2.77",
                "?viewer=localhost",
                "?viewer=192.0.2.77:80",
                "?viewer=192.0.2.0/24",
                "?viewer=192.0.2.256",
                "?viewer=192.0.2",
                "?viewer=2001:db8::/32",
                "?viewer=2001:db8:::7")) {
            assertThat(cdn.viewer().get(Cdn.DECISION + query, cdn.authorization()))
                    .because("there is no IP address of a viewer in the query")
                    .hasStatus(400);
            assertThat(cdn.viewer().get(Cdn.DECISION + query))
                    .because("there is no token, and what is asked without it is not looked at")
                    .hasStatus(403);
        }
    }
}
