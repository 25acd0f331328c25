package edgecraft.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Step 4.4: the policy that nobody sends, because it says only what URL and until when. */
final class CannedPolicy {

    /** 2038-01-19T03:14:07Z. */
    private static final long LATEST = Integer.MAX_VALUE;

    private CannedPolicy() {}

    /**
     * The bytes that are signed.
     *
     * @param url what is asked for, without the reserved names
     * @param expires as sent
     * @throws Refusal if this can't be said so in JSON without changing a byte
     */
    static byte[] of(String url, String expires) throws Refusal {
        if (url.indexOf('"') >= 0 || url.indexOf('\\') >= 0) {
            throw new Refusal("There are no quotes and backslashes in a signed URL.");
        }
        String text = "{\"Statement\":[{\"Resource\":\"" + url
                + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":" + expires + "}}}]}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Lets pass who comes in time.
     *
     * @param expires as sent: seconds since 1970; the viewer has to come before this second begins
     * @throws Refusal if the time is over, or is no such number
     */
    static void check(String expires, Instant now) throws Refusal {
        if (!expires.matches("0|[1-9][0-9]{0,9}") || Long.parseLong(expires) > LATEST) {
            throw new Refusal("Expires is no time in seconds.");
        }
        if (now.getEpochSecond() >= Long.parseLong(expires)) {
            throw new Refusal("The time to ask is over.");
        }
    }
}
