package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.BrokenAnswerException;
import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Request;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.DoorSettings;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import java.util.List;
import java.util.function.UnaryOperator;

/** A door, and a stub that plays its bucket: it lets in everybody, and knows what it was asked. */
final class PlayedBucket {

    private final Instance<AccessSettings> door;
    private final OriginStub stub;
    private final Fixtures fixtures;

    private PlayedBucket(Instance<AccessSettings> door, OriginStub stub, Fixtures fixtures) {
        this.door = door;
        this.stub = stub;
        this.fixtures = fixtures;
    }

    /** Plays the bucket of this check's door. */
    static PlayedBucket of(Instance<AccessSettings> server, Fixtures fixtures) {
        return of(server, fixtures, settings -> settings);
    }

    /** The same, with other settings. */
    static PlayedBucket of(Instance<AccessSettings> server, Fixtures fixtures, UnaryOperator<DoorSettings> change) {
        OriginStub stub = fixtures.origin();
        server.settings(settings -> change.apply(((DoorSettings) settings).withEndpoint(stub.uri())));
        return new PlayedBucket(server, stub, fixtures);
    }

    /** Plays the bucket of one more door, beside this check's own. */
    static PlayedBucket another(Instance<AccessSettings> server, Fixtures fixtures) {
        OriginStub stub = fixtures.origin();
        DoorSettings settings = (DoorSettings) server.settings();
        return new PlayedBucket(server.another(settings.withEndpoint(stub.uri())), stub, fixtures);
    }

    /** Plays the bucket of one more door, with other settings; the stub is another one, too. */
    PlayedBucket another(UnaryOperator<DoorSettings> change) {
        OriginStub other = fixtures.anotherOrigin();
        return new PlayedBucket(door.another(change.apply(settings().withEndpoint(other.uri()))), other, fixtures);
    }

    OriginStub stub() {
        return stub;
    }

    DoorSettings settings() {
        return (DoorSettings) door.settings();
    }

    Viewer viewer() {
        return door.viewer();
    }

    /** The target at which the door has to ask for this path. */
    String target(String path) {
        return "/" + settings().bucket() + path;
    }

    /** Begins to say how the object at this path is answered. */
    OriginAnswer answer(String path) {
        return stub.answer(target(path));
    }

    /** A new path, at which there is a text. */
    String object() {
        String path = "/" + fixtures.randoms().key("films/", ".txt");
        answer(path).field("Content-Type", "text/plain").body(text(path));
        return path;
    }

    /** What an {@link #object} has. */
    static String text(String path) {
        return "the object at " + path;
    }

    /** An object is served, and what the bucket was asked for it is right. */
    void assertServed() {
        String path = object();
        assertServed(path);
    }

    /** This object is served, and what the bucket was asked for it is right. */
    void assertServed(String path) {
        int before = stub.requests().size();
        assertThat(viewer().get(path))
                .because("the bucket has this object")
                .hasStatus(200)
                .hasText(text(path));
        verify(before, "GET", path, path);
    }

    /** Asks with {@code GET}, whatever comes of it; the bucket has to be asked for this path. */
    Request assertAsks(String asked, String path, String... fields) {
        return assertAsksBy("GET", asked, path, fields);
    }

    /** Asks, whatever comes of it; the bucket has to be asked for this path, by the same method. */
    Request assertAsksBy(String method, String asked, String path, String... fields) {
        int before = stub.requests().size();
        ask(method, asked, fields);
        return verify(before, method, path, asked);
    }

    /** Asks for a target that a client may refuse to send. */
    Request assertAsksRaw(String asked, String path) {
        int before = stub.requests().size();
        viewer().raw("GET " + asked + " HTTP/1.1\r\nHost: " + viewer().host() + "\r\nConnection: close\r\n\r\n");
        return verify(before, "GET", path, asked);
    }

    /** How many requests have come up to now: for {@link #assertNothingAsked}. */
    int asked() {
        return stub.line().asked();
    }

    /** The bucket has not been asked since. */
    void assertNothingAsked(int before, String why, Answer answer) {
        if (stub.line().asked() > before) {
            throw new AssertionError("expected nothing to be asked of the bucket because " + why + ", but "
                    + answer.request() + " went there as "
                    + stub.requests().get(stub.requests().size() - 1));
        }
    }

    private void ask(String method, String asked, String... fields) {
        try {
            viewer().send(method, asked, new byte[0], fields);
        } catch (BrokenAnswerException noMatter) {
            // It is about what the bucket was asked.
        }
    }

    private Request verify(int before, String method, String path, String asked) {
        List<Request> all = stub.requests();
        if (all.size() == before) {
            throw new AssertionError("expected the bucket to be asked for " + target(path) + " when a viewer asks for "
                    + asked + ", but it was asked for nothing");
        }
        SignatureVerifier verifier =
                new SignatureVerifier(settings(), fixtures.clock().instant());
        List<Request> sent = all.subList(before, all.size());
        sent.forEach(request -> verifier.verify(request, method, path, asked));
        return sent.get(sent.size() - 1);
    }
}
