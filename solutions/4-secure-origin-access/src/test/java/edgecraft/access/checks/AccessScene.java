package edgecraft.access.checks;

import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.StoredObject;
import edgecraft.kit.AccessRule;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.Distribution;
import edgecraft.kit.DoorSettings;
import edgecraft.kit.GateSettings;
import edgecraft.kit.KeyGroup;
import edgecraft.kit.host.TimeMark;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Scene;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A door with a bucket behind it; a gate in front of it when it is served. */
public final class AccessScene implements Scene<AccessSettings> {

    /** Private paths begin with it. */
    static final String FILMS = "/films/";

    private static final String FILM = FILMS + "storm.txt";
    /** Whose keys open {@link #FILMS}. */
    static final String KEY_GROUP = "film-viewers";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration A_DAY = Duration.ofDays(1);

    /** Whose signatures count when it is served. */
    private final Signer signer = Signer.ec("K2JCJMDEHXQW5F");

    /** The settings of a door in front of this bucket, as patient as this machine is slow. */
    static DoorSettings doorTo(Fixtures fixtures, Bucket bucket) {
        return new DoorSettings(
                bucket.endpoint(),
                bucket.region(),
                bucket.name(),
                bucket.accessKey(),
                bucket.secretKey(),
                new Distribution("111122223333", "EDFDVBD6EXAMPLE"),
                "token-" + bucket.name(),
                fixtures.pace().times(TIMEOUT),
                new TimeMark());
    }

    /** The settings of a gate that lets everybody ask, but for {@link #FILMS}: these take the signature of one of the signers. */
    static GateSettings gateTo(URI upstream, Signer... signers) {
        return new GateSettings(
                upstream,
                List.of(group(KEY_GROUP, signers)),
                List.of(new AccessRule(FILMS + "*", KEY_GROUP), new AccessRule("*", null)),
                new TimeMark());
    }

    /** A group of the keys of these. */
    static KeyGroup group(String name, Signer... signers) {
        Map<String, String> keys = new HashMap<>();
        for (Signer signer : signers) {
            keys.put(signer.id(), signer.pem());
        }
        return new KeyGroup(name, keys);
    }

    @Override
    public String server() {
        return "server";
    }

    @Override
    public AccessSettings settings(Fixtures fixtures) {
        return doorTo(fixtures, fixtures.bucket());
    }

    @Override
    public List<String> furnish(Fixtures fixtures) {
        Bucket bucket = fixtures.bucket();
        bucket.put(
                StoredObject.html("index.html", "<h1>Lighthouse films</h1>\n").with("Cache-Control", "max-age=60"));
        bucket.put(StoredObject.text("notes/caf\u00e9 +1.txt", "A key that is signed as it is sent.\n"));
        bucket.put(StoredObject.text(FILM.substring(1), "The film about the storm.\n")
                .with("Cache-Control", "max-age=60"));
        return List.of("/index.html", "/notes/caf%C3%A9%20%2B1.txt", FILM, "/no-such-key", "/index.html?acl");
    }

    @Override
    public Optional<AccessSettings> inFrontOf(Fixtures fixtures, URI behind) {
        return Optional.of(gateTo(behind, signer));
    }

    @Override
    public List<String> explain(Fixtures fixtures, Instance<AccessSettings> server) {
        Instant tomorrow = fixtures.clock().instant().plus(A_DAY);
        AccessSettings settings = server.settings();
        if (settings instanceof GateSettings gate) {
            String what = "It is a gate, in front of " + gate.upstream();
            return isSigner(gate) ? gateByHand(what, server.uri(), tomorrow) : List.of(what);
        }
        DoorSettings door = (DoorSettings) settings;
        String bucket = door.endpoint() + "/" + door.bucket();
        List<String> lines = new ArrayList<>();
        lines.add("It is a door; what operators show is the token " + door.token());
        lines.add("  policy      curl -i -H 'Authorization: Bearer " + door.token() + "' '" + server.uri()
                + "/.edgecraft/bucket-policy'");
        lines.add("Its bucket    " + bucket);
        if (fixtures.bucket().get(FILM.substring(1)).isPresent()) {
            URI gate = server.another(gateTo(server.uri(), signer)).uri();
            lines.add("  a stranger  curl -i '" + bucket + FILM + "'");
            lines.addAll(gateByHand("A gate        " + gate + ", in front of the door", gate, tomorrow));
        }
        return lines;
    }

    /** Whether what is signed here counts there: in the gate of a check, only its own signers count. */
    private boolean isSigner(GateSettings gate) {
        return gate.groups().stream()
                .anyMatch(group -> signer.pem().equals(group.keys().get(signer.id())));
    }

    private List<String> gateByHand(String what, URI gate, Instant expires) {
        return List.of(
                what,
                "  everybody   curl -i '" + gate + "/index.html'",
                "  unsigned    curl -i '" + gate + FILM + "'",
                "  for a day   curl -i '" + signer.url(gate + FILM, expires) + "'",
                "  by cookie   curl -i -H 'Cookie: " + String.join("; ", signer.cookies(gate + FILM, expires)) + "' '"
                        + gate + FILM + "'",
                "  its key     printf -- '-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n' '"
                        + signer.privateKey() + "' > " + signer.id() + ".pem");
    }
}
