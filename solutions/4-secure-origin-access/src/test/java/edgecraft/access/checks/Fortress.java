package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.DoorSettings;
import edgecraft.kit.GateSettings;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The learner's gate in front of the learner's door in front of a closed bucket. */
final class Fortress {

    private final Instance<AccessSettings> door;
    private final Instance<AccessSettings> gate;
    private final Fixtures fixtures;
    private final Signer signer;
    private final StoredObject film;
    private final StoredObject page;

    private Fortress(Instance<AccessSettings> server, Fixtures fixtures, URI endpoint) {
        this.fixtures = fixtures;
        Bucket bucket = fixtures.bucket();
        Randoms random = fixtures.randoms();
        door = server.settings(any -> AccessScene.doorTo(fixtures, bucket).withEndpoint(endpoint));
        signer = Signer.ec("K" + random.name());
        gate = server.another(AccessScene.gateTo(door.uri(), signer));
        film = bucket.put(StoredObject.text("films/" + random.name() + ".mp4", "for who paid " + random.name()));
        page = bucket.put(StoredObject.text(random.key("", ".txt"), "for everybody " + random.name()));
        assertServes();
    }

    /** Begins when gate and door have let in whom they should. */
    static Fortress of(Instance<AccessSettings> server, Fixtures fixtures) {
        return new Fortress(server, fixtures, fixtures.bucket().endpoint());
    }

    /** The same, with a line between door and bucket. */
    static Fortress withLink(Instance<AccessSettings> server, Fixtures fixtures) {
        return new Fortress(server, fixtures, fixtures.link().endpoint());
    }

    Viewer gate() {
        return gate.viewer();
    }

    Viewer door() {
        return door.viewer();
    }

    URI doorUri() {
        return door.uri();
    }

    DoorSettings settings() {
        return (DoorSettings) door.settings();
    }

    GateSettings gateSettings() {
        return (GateSettings) gate.settings();
    }

    /** What takes a signature. */
    StoredObject film() {
        return film;
    }

    String filmPath() {
        return "/" + film.key();
    }

    /** What everybody may see. */
    StoredObject page() {
        return page;
    }

    String pagePath() {
        return "/" + page.key();
    }

    /** The film's target with a good signature. */
    String signed() {
        return signedAt(gate.uri());
    }

    /** The same for another gate. */
    String signedAt(URI other) {
        String url = signer.url(other + filmPath(), fixtures.clock().instant().plus(Gated.WHILE));
        return url.substring(other.toString().length());
    }

    /** Who attacks the gate, and must not see the film. */
    Attacker attacker() {
        return new Attacker(gate()).mustNotSee("the text of the film", new String(film.body(), StandardCharsets.UTF_8));
    }

    /** Who has a good signature is let in, and everybody gets the page. */
    void assertServes() {
        assertThat(gate().get(signed()))
                .because("the URL is signed with a key of the group, and the bucket has the film")
                .hasStatus(200)
                .hasBody(film.body());
        assertThat(gate().get(pagePath()))
                .because("everybody may see this object")
                .hasStatus(200)
                .hasBody(page.body());
    }
}
