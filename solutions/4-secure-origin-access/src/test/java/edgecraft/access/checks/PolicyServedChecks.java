package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Answer;
import edgecraft.fixtures.BucketLink;
import edgecraft.fixtures.Randoms;
import edgecraft.kit.AccessSettings;
import edgecraft.kit.DoorSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

@Step("4.3")
class PolicyServedChecks {

    private static final Pattern JSON = Pattern.compile("application/json(\\s*;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_STORE = Pattern.compile("(.*,)?\\s*no-store\\s*(,.*)?", Pattern.CASE_INSENSITIVE);

    @Check(
            id = "a-document",
            title = "the policy is JSON of the version that S3 wants, and no cache keeps it",
            reference = "IAM guide: Version; RFC 9111 §5.2.2.5; RFC 8259 §11")
    void aDocument(Instance<AccessSettings> door) {
        Answer answer = PolicyDesk.answer(door);

        assertThat(answer)
                .because("a bucket policy is JSON")
                .hasFieldMatching("Content-Type", JSON, "application/json");
        assertThat(answer)
                .because("the policy is for operators, and no cache may have it for others")
                .hasFieldMatching("Cache-Control", NO_STORE, "no-store");
        PolicyDesk desk = PolicyDesk.at(door);
        desk.assertOursReads(desk.object("index.html"));
    }

    @Check(
            id = "for-operators",
            title = "only who shows the token gets the policy",
            reference = "RFC 6750 §2.1; RFC 9110 §15.5.2")
    void forOperators(Instance<AccessSettings> door, Fixtures fixtures) {
        Randoms random = fixtures.randoms();
        String token = "Token-" + random.name();
        door.settings(settings -> ((DoorSettings) settings).withToken(token));
        PolicyDesk.answer(door);
        String why = "the policy is for operators, who show the token of the settings";

        assertRefused(door, why + ", and this viewer shows none", PolicyDesk.TARGET);
        assertRefused(door, why + ", and not in the query", PolicyDesk.TARGET + "?token=" + token);
        assertRefused(door, why + ", and not in a cookie", PolicyDesk.TARGET, "Cookie", "token=" + token);
        for (String shown : List.of(
                "Bearer",
                "Bearer " + random.name(),
                "Bearer " + token + "x",
                "Bearer " + token.substring(0, token.length() - 1),
                "Bearer " + token.substring(1),
                "Bearer " + token.toLowerCase(Locale.ROOT),
                "Bearer *",
                "Bearer null",
                "Basic " + token,
                "Token " + token,
                token,
                "Bearer " + random.name() + ", Bearer " + token,
                "Bearer " + token + ", Bearer " + token,
                "Bearer " + token + " " + random.name(),
                "Bearer " + random.name() + " " + token,
                "Bearer  " + token,
                "Bearer" + token)) {
            assertRefused(
                    door,
                    why + " as Authorization: Bearer, and this viewer shows \"" + shown + "\"",
                    PolicyDesk.TARGET,
                    "Authorization",
                    shown);
        }
        String right = "Bearer " + token;
        for (String spelled : List.of("/.edgecraft/Bucket-Policy", "/.edgecraft/bucket%2Dpolicy")) {
            assertThat(door.viewer().get(spelled, "Authorization", right))
                    .because("the policy has one address, and any other is an object's")
                    .hasStatusIn(403, 404);
        }
        assertThat(door.viewer().send("POST", PolicyDesk.TARGET, new byte[0], "Authorization", right))
                .because("operators may only read, too")
                .hasStatus(405);
        PolicyDesk.answer(door);
    }

    private static void assertRefused(Instance<AccessSettings> door, String why, String target, String... fields) {
        Answer answer = door.viewer().get(target, fields);
        assertThat(answer).because(why).hasStatusIn(401, 403);
        assertThat(answer).because(why).bodyDoesNotContain("arn:aws:");
    }

    @Check(
            id = "never-asks",
            title = "the policy is the door's own: the bucket is not asked for it, and may be gone",
            reference = "Lesson 4.3")
    void neverAsks(Instance<AccessSettings> door, BucketLink bucket) {
        door.settings(settings -> ((DoorSettings) settings).withEndpoint(bucket.endpoint()));
        PolicyDesk.answer(door);
        assertRefused(door, "this viewer shows no token", PolicyDesk.TARGET);
        assertRefused(door, "this is not the token", PolicyDesk.TARGET, "Authorization", "Bearer x");
        if (bucket.asked() > 0) {
            throw new AssertionError("expected the door to know its bucket's policy by itself, but it asked the bucket "
                    + (bucket.asked() == 1 ? "once" : bucket.asked() + " times"));
        }

        bucket.isGone();
        PolicyDesk desk = PolicyDesk.at(door);
        desk.assertOursReads(desk.object("index.html"));
    }
}
