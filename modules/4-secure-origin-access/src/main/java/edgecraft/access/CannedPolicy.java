package edgecraft.access;

import edgecraft.kit.Todo;
import java.time.Instant;

/** Step 4.4: the policy that nobody sends, because it says only what URL and until when. */
final class CannedPolicy {

    private CannedPolicy() {}

    /**
     * The bytes that are signed.
     *
     * @param url what is asked for, without the reserved names
     * @param expires as sent
     * @throws Refusal if this can't be said so in JSON without changing a byte
     */
    static byte[] of(String url, String expires) throws Refusal {
        throw new Todo("4.4", "the canned policy");
    }

    /**
     * Lets pass who comes in time.
     *
     * @param expires as sent: seconds since 1970; the viewer has to come before this second begins
     * @throws Refusal if the time is over, or is no such number
     */
    static void check(String expires, Instant now) throws Refusal {
        throw new Todo("4.4", "whether the viewer comes in time");
    }
}
