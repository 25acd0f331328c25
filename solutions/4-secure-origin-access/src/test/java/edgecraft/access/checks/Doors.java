package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.RawConnection;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.DoorSettings;
import edgecraft.workshop.check.Instance;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What checks of a door say again and again. */
final class Doors {

    private Doors() {}

    /** Lets the door reach its bucket over this link, and in no other way. */
    static void over(BucketLink link, Instance<AccessSettings> server) {
        server.settings(settings -> ((DoorSettings) settings).withEndpoint(link.endpoint()));
    }

    /** The path of an object that the door has served before anything goes wrong. */
    static String served(Bucket bucket, Viewer viewer, Randoms random) {
        StoredObject object = bucket.put(random.object(random.key("", ".bin")));
        assertThat(viewer.get("/" + object.key()))
                .because("the bucket has this object, and nothing is wrong yet")
                .hasStatus(200)
                .hasBody(object.body());
        return "/" + object.key();
    }

    /** Asks for a target that a client may refuse to send. */
    static Answer raw(Viewer viewer, String target) {
        try (RawConnection connection = viewer.connect()) {
            connection.write("GET " + target + " HTTP/1.1\r\nHost: " + viewer.host() + "\r\nConnection: close\r\n\r\n");
            return connection.readAnswer("GET", target);
        }
    }

    /** Status 405, and the methods that there are. */
    static void assertRefused(Answer answer) {
        assertThat(answer)
                .because("a viewer may only read")
                .hasStatus(405)
                .because("a 405 says which methods would be allowed")
                .hasField("Allow");
        Set<String> allowed = answer.fieldValues("Allow").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(method -> method.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (!allowed.equals(Set.of("GET", "HEAD"))) {
            throw new AssertionError("expected Allow to list GET and HEAD and nothing else, but the answer has Allow: "
                    + String.join(", ", answer.fieldValues("Allow")));
        }
    }

    /** The bucket has not been asked since. */
    static void assertNothingAsked(BucketLink link, int before, String why) {
        if (link.asked() > before) {
            throw new AssertionError(
                    "expected nothing to be asked of the bucket because " + why + ", but it was asked");
        }
    }

    /** A 4xx that is not this object. */
    static void assertNotTheObject(Answer answer, StoredObject object) {
        if (Arrays.equals(answer.body(), object.body())) {
            throw new AssertionError("expected " + answer.request() + " not to show the object " + object.key()
                    + ", which is in another bucket, but that is what came");
        }
        if (answer.status() / 100 == 2) {
            throw new AssertionError("expected no object for " + answer.request()
                    + " because the bucket has none there, but the answer was " + answer.status());
        }
    }

    /** Nothing in the answer tells which bucket there is, where, or how to get in. */
    static void assertNothingOf(DoorSettings door, Answer answer) {
        answer.fieldNames().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("x-amz-"))
                .findFirst()
                .ifPresent(name -> {
                    throw new AssertionError("expected no field of S3's own, but the answer to " + answer.request()
                            + " has " + name + ": " + String.join(", ", answer.fieldValues(name)));
                });
        assertUnsaid(answer, "the bucket's name", door.bucket());
        assertUnsaid(answer, "the bucket's address", door.endpoint().getAuthority());
        assertUnsaid(answer, "the access key", door.accessKey());
        assertUnsaid(answer, "a signature", Signing.ALGORITHM);
        assertUnsaid(answer, "S3's own document", "<Error>");
        if (lines(answer).anyMatch(line -> line.contains(door.secretKey()))) {
            throw new AssertionError(
                    "expected nothing about the bucket, but the secret key is in the answer to " + answer.request());
        }
    }

    /** This text is nowhere in the answer. */
    static void assertUnsaid(Answer answer, String what, String text) {
        lines(answer).filter(line -> line.contains(text)).findFirst().ifPresent(line -> {
            throw new AssertionError("expected nothing about the bucket, but " + what + " is in the answer to "
                    + answer.request() + ": " + line);
        });
    }

    private static Stream<String> lines(Answer answer) {
        Stream<String> fields = answer.fieldNames().stream()
                .flatMap(name -> answer.fieldValues(name).stream().map(value -> name + ": " + value));
        return Stream.concat(fields, answer.text().lines());
    }
}
