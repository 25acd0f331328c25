package edgecraft.edge.checks;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.EdgeSettings;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import java.net.URI;

/**
 * A site that is served by several edges and their shield. All are asked for the site's own host, as viewers do it:
 * else each of them would have pages of its own.
 */
final class ShieldedSite {

    private final Instance<EdgeSettings> shield;
    private final Fixtures fixtures;
    private final String host;

    /** @param shield what the further edges ask in the place of the origin */
    ShieldedSite(Instance<EdgeSettings> shield, Fixtures fixtures) {
        this.shield = shield;
        this.fixtures = fixtures;
        this.host = "www." + fixtures.randoms().name() + ".example";
    }

    /**
     * One of the servers, as the site's viewers see it.
     *
     * @param name what an edge is called in Via and Cache-Status
     * @param viewer who asks it
     * @param host for which host
     */
    record Place(String name, Viewer viewer, String host) {

        /** Asks with GET; the fields are lines. */
        Answer get(String target, String... fieldLines) {
            return ByHand.get(viewer, host, target, fieldLines);
        }

        /** Somebody asks with GET and waits for the answer. */
        RawConnection waitFor(String target) {
            RawConnection connection = viewer.connect();
            connection.write(ByHand.head("GET", host, target));
            return connection;
        }
    }

    String host() {
        return host;
    }

    /** The shield itself. */
    Place shield() {
        return new Place("shield", shield.viewer(), host);
    }

    /** A further edge, behind the shield. */
    Place edge() {
        return edge(shield.uri());
    }

    /** A further edge, with a shield that may be anything. */
    Place edge(URI itsShield) {
        EdgeSettings settings = EdgeScene.settingsFor(fixtures).withShield(itsShield);
        fixtures.conversation()
                .note(settings.name(), "begins: an edge that asks its shield at " + itsShield.getAuthority());
        return new Place(settings.name(), shield.another(settings).viewer(), host);
    }
}
