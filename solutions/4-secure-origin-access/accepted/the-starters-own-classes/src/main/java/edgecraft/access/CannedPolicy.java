package edgecraft.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/** Step 4.4: the policy that nobody sends, because it says only what URL and until when. */
final class CannedPolicy {

    private static final Pattern SECONDS = Pattern.compile("0|[1-9][0-9]{0,9}");

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
            throw new Refusal("This URL can't be signed.");
        }
        return ("{\"Statement\":[{\"Resource\":\"" + url + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
                        + expires + "}}}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Lets pass who comes in time.
     *
     * @param expires as sent: seconds since 1970; the viewer has to come before this second begins
     * @throws Refusal if the time is over, or is no such number
     */
    static void check(String expires, Instant now) throws Refusal {
        if (!SECONDS.matcher(expires).matches() || Long.parseLong(expires) > Integer.MAX_VALUE) {
            throw new Refusal("The time can't be read.");
        }
        if (now.getEpochSecond() >= Long.parseLong(expires)) {
            throw new Refusal("The time is over.");
        }
    }
}
