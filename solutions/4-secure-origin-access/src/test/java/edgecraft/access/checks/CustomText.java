package edgecraft.access.checks;

import java.time.Instant;

/** The texts of custom policies, as careful signers write them. */
final class CustomText {

    private CustomText() {}

    /**
     * About these URLs, until then.
     *
     * @param resource a pattern; {@code \} and {@code "} in it are escaped
     */
    static String of(String resource, Instant until) {
        return of(resource, until(until));
    }

    /** About these URLs, if this holds. */
    static String of(String resource, String conditions) {
        String escaped = resource.replace("\\", "\\\\").replace("\"", "\\\"");
        return "{\"Statement\":[{\"Resource\":\"" + escaped + "\",\"Condition\":{" + conditions + "}}]}";
    }

    /** About all URLs, if this holds. */
    static String ofAll(String conditions) {
        return "{\"Statement\":[{\"Condition\":{" + conditions + "}}]}";
    }

    /** The condition that it is before a time. */
    static String until(Instant time) {
        return "\"DateLessThan\":" + seconds(Long.toString(time.getEpochSecond()));
    }

    /** The condition that it is after a time. */
    static String from(Instant time) {
        return "\"DateGreaterThan\":" + seconds(Long.toString(time.getEpochSecond()));
    }

    /** The condition that the viewer comes from one of these addresses. */
    static String address(String range) {
        return "\"IpAddress\":{\"AWS:SourceIp\":\"" + range + "\"}";
    }

    /** What dates look like, with any text for a number. */
    static String seconds(String number) {
        return "{\"AWS:EpochTime\":" + number + "}";
    }
}
