package edgecraft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.kit.KeyGroup;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final String POLICY = Viewer.canned("http://www.example.org/film.mp4", 1_800_000_000L);
    private static final byte[] BYTES = POLICY.getBytes(StandardCharsets.UTF_8);

    @Test
    void both_kinds_of_keys_and_both_hashes_count() throws Exception {
        Viewer rsa = Viewer.withRsa();
        Viewer ec = Viewer.withEc();
        Keys keys = new Keys(List.of(new KeyGroup("films", Map.of("K1", rsa.pem(), "K2", ec.pem()))));

        for (String hash : List.of("SHA1", "SHA256")) {
            keys.check("films", pass("K1", hash, rsa.sign(POLICY, hash)), BYTES);
            keys.check("films", pass("K2", hash, ec.sign(POLICY, hash)), BYTES);
        }
        assertThat(Keys.read(ec.pem())).isPresent();
    }

    @Test
    void keys_hashes_and_groups_are_not_mixed_up() throws Exception {
        Viewer rsa = Viewer.withRsa();
        Viewer ec = Viewer.withEc();
        Keys keys = new Keys(
                List.of(new KeyGroup("films", Map.of("K1", rsa.pem())), new KeyGroup("music", Map.of("K2", ec.pem()))));
        String signature = rsa.sign(POLICY, "SHA256");

        assertRefused(keys, "films", pass("K1", "SHA1", signature));
        assertRefused(keys, "films", pass("K1", "SHA256", ec.sign(POLICY, "SHA256")));
        assertRefused(keys, "music", pass("K1", "SHA256", signature));
        assertRefused(keys, "music", pass("K2", "SHA256", signature));
        assertRefused(keys, "films", pass("K3", "SHA256", signature));
        assertRefused(keys, "nobody", pass("K1", "SHA256", signature));
    }

    @Test
    void a_broken_key_does_not_stop_the_others() throws Exception {
        Viewer rsa = Viewer.withRsa();
        Keys keys = new Keys(List.of(new KeyGroup(
                "films",
                Map.of(
                        "K1",
                        rsa.pem(),
                        "K2",
                        "-----BEGIN PUBLIC KEY-----\nbm8ga2V5\n-----END PUBLIC KEY-----\n",
                        "K3",
                        "no key at all"))));

        assertThatCode(() -> keys.check("films", pass("K1", "SHA256", rsa.sign(POLICY, "SHA256")), BYTES))
                .doesNotThrowAnyException();
        assertRefused(keys, "films", pass("K2", "SHA256", rsa.sign(POLICY, "SHA256")));
    }

    private static void assertRefused(Keys keys, String group, Pass pass) {
        assertThatThrownBy(() -> keys.check(group, pass, BYTES)).isInstanceOf(Refusal.class);
    }

    private static Pass pass(String keyId, String hash, String signature) {
        return new Pass(Optional.of("1800000000"), Optional.empty(), signature, keyId, hash);
    }
}
