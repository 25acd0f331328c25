package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.kit.IpAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CustomPolicyTest {

    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000L);
    private static final Target FILM = new Target("www.example.org", "/film.mp4", null);
    private static final String POLICY = """
            {"Statement": [{"Resource": "http://www.example.org/*", "Condition": {
              "DateLessThan": {"AWS:EpochTime": 1800000060},
              "DateGreaterThan": {"AWS:EpochTime": 1799999940},
              "IpAddress": {"AWS:SourceIp": "192.0.2.0/24"}}}]}
            """;

    @Test
    void all_conditions_have_to_hold() {
        assertThatCode(() -> check(POLICY, "192.0.2.7", NOON)).doesNotThrowAnyException();
        assertRefused(POLICY, "192.0.3.7", NOON);
        assertRefused(POLICY, "192.0.2.7", NOON.plusSeconds(60));
        assertRefused(POLICY, "192.0.2.7", NOON.minusSeconds(60));
        assertRefused(POLICY.replace("org/*", "org/music/*"), "192.0.2.7", NOON);
    }

    @Test
    void what_is_not_understood_is_refused() {
        String[] others = {
            "",
            "\ufeff" + POLICY,
            POLICY + POLICY,
            "[".repeat(100_000),
            POLICY.replace("1800000060", "\"1800000060\""),
            POLICY.replace("1800000060", "-1"),
            POLICY.replace("1800000060", "1e400000000"),
            POLICY.replace("1800000060", "9".repeat(2000)),
            POLICY.replace("1800000060", "2147483648"),
            POLICY.replace("DateLessThan", "DateLessThanEquals"),
            POLICY.replace("\"Resource\"", "\"Resource\": \"*\", \"Resource\""),
            POLICY.replace("\"Resource\"", "\"NotResource\""),
            POLICY.replace("}]}", "}, {\"Resource\": \"*\"}]}"),
            POLICY.replace("192.0.2.0/24", "192.0.2.0/33"),
            "{\"Statement\": []}",
            "{}"
        };
        for (String other : others) {
            assertRefused(other, "192.0.2.7", NOON);
        }
    }

    private static void assertRefused(String policy, String viewer, Instant now) {
        assertThatThrownBy(() -> check(policy, viewer, now))
                .as(policy.substring(0, Math.min(200, policy.length())))
                .isInstanceOf(Refusal.class);
    }

    private static void check(String policy, String viewer, Instant now) throws Refusal {
        CustomPolicy.of(policy.getBytes(StandardCharsets.UTF_8)).check(FILM, IpAddress.parse(viewer), now);
    }
}
