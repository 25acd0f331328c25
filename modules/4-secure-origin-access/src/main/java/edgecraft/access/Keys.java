package edgecraft.access;

import edgecraft.kit.KeyGroup;
import edgecraft.kit.Todo;
import java.security.PublicKey;
import java.util.Collection;
import java.util.Optional;

/** Steps 4.4 and 4.6: the public keys of all groups, and what they say of signatures. Immutable. */
final class Keys {

    /** @param groups keys that can't be read are left out: the others go on counting */
    Keys(Collection<KeyGroup> groups) {}

    /** The key in PEM ({@code -----BEGIN PUBLIC KEY-----}), RSA or on a curve; empty if there is none in it. */
    static Optional<PublicKey> read(String pem) {
        throw new Todo("4.4", "read a public key");
    }

    /**
     * Lets pass what one key of a group has signed.
     *
     * @param group the name of the group whose keys count here; those of others don't
     * @param pass which key, which hash, and the signature
     * @param policy what should be signed
     * @throws Refusal if there is no such key in the group, or it hasn't signed this
     */
    void check(String group, Pass pass, byte[] policy) throws Refusal {
        throw new Todo("4.4", "whether a key of the group has signed");
    }
}
