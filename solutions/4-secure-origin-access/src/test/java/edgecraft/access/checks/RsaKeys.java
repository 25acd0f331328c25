package edgecraft.access.checks;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** RSA keys of 2048 bits. They take long to make, so the checks of a run share a few, which no other run has. */
final class RsaKeys {

    /** More than one check uses at a time. */
    private static final int COUNT = 6;

    private static final CompletableFuture<KeyPair[]> KEYS = CompletableFuture.supplyAsync(
            () -> IntStream.range(0, COUNT).mapToObj(number -> generate()).toArray(KeyPair[]::new));

    private static final AtomicInteger NEXT = new AtomicInteger();

    private RsaKeys() {}

    /** Another than the last few. */
    static KeyPair next() {
        return KEYS.join()[Math.floorMod(NEXT.getAndIncrement(), COUNT)];
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
