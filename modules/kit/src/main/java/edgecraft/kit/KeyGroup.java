package edgecraft.kit;

import java.io.Serializable;
import java.util.Map;

/**
 * Public keys of which any may have signed: in CloudFront's words, a trusted key group.
 *
 * @param name what rules call it
 * @param keys by their ids, the public keys in PEM ({@code -----BEGIN PUBLIC KEY-----}): RSA of 2048 bits, or ECDSA on P-256
 */
public record KeyGroup(String name, Map<String, String> keys) implements Serializable {

    public KeyGroup {
        keys = Map.copyOf(keys);
    }
}
