package edgecraft.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Step 4.1: a request in the one form that is signed (Amazon S3 API reference, "Signature calculations").
 *
 * @param method for example {@code GET}
 * @param path as it is sent, in the spelling of {@link S3Path}
 * @param query names and values encoded and sorted; empty if there is none
 * @param headers the header fields that are signed: values by names in lower case
 * @param payloadHash what {@code x-amz-content-sha256} says
 */
record CanonicalRequest(
        String method, String path, String query, SortedMap<String, String> headers, String payloadHash) {

    /** What the hash of nothing is: an empty body's. */
    static final String NO_PAYLOAD = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** A request without a query and a body. Names may have any case, values spaces around and within. */
    static CanonicalRequest of(String method, String path, Map<String, String> headers) {
        SortedMap<String, String> canonical = new TreeMap<>();
        headers.forEach((name, value) ->
                canonical.put(name.toLowerCase(Locale.ROOT), value.strip().replaceAll(" +", " ")));
        return new CanonicalRequest(method, path, "", canonical, NO_PAYLOAD);
    }

    /** The names of the fields that are signed, sorted: {@code host;x-amz-date}. */
    String signedHeaders() {
        return String.join(";", headers.keySet());
    }

    /** All of it, as it is hashed. */
    String text() {
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        return String.join("\n", method, path, query, lines, signedHeaders(), payloadHash);
    }

    /** The SHA-256 of {@link #text()}, in lower-case hex. */
    String hash() {
        return Hashes.hex(Hashes.sha256(text().getBytes(StandardCharsets.UTF_8)));
    }
}
