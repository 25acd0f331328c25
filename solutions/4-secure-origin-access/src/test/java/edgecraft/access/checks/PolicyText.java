package edgecraft.access.checks;

import java.time.Instant;

/** Policies of signed URLs, written by hand. */
final class PolicyText {

    private PolicyText() {}

    /** What nobody sends: this URL, until then. */
    static String canned(String url, Instant expires) {
        return canned(url, Long.toString(expires.getEpochSecond()));
    }

    /** The same, whatever stands for a number of seconds. */
    static String canned(String url, String expires) {
        return "{\"Statement\":[{\"Resource\":\"" + url + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
                + expires + "}}}]}";
    }
}
