package edgecraft.access.checks;

import edgecraft.fixtures.Field;
import edgecraft.fixtures.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A request in the form that is signed (Amazon S3 API reference, "Signature calculations").
 *
 * @param method as sent
 * @param path as sent, percent-encoded
 * @param query as sent; empty if there is none
 * @param headers the fields that are signed, in the order in which they stand there; as they are hashed
 * @param payloadHash the last line
 */
record Canonical(String method, String path, String query, List<Field> headers, String payloadHash) {

    Canonical {
        headers = List.copyOf(headers);
    }

    /**
     * What the signature of a request has to be over.
     *
     * @param sent as it reached the bucket
     * @param names the names of the fields that are signed, in lower case
     */
    static Canonical of(Request sent, List<String> names) {
        String[] target = sent.target().split("\\?", 2);
        List<Field> headers = names.stream()
                .sorted()
                .map(name -> new Field(name, value(sent, name)))
                .toList();
        return new Canonical(
                sent.method(),
                target[0],
                target.length > 1 ? target[1] : "",
                headers,
                sent.fields().first("x-amz-content-sha256").orElse(""));
    }

    private static String value(Request sent, String name) {
        return sent.fieldValues(name).stream()
                .map(line -> line.strip().replaceAll(" +", " "))
                .collect(Collectors.joining(","));
    }

    /** The names of the signed fields: {@code host;x-amz-date}. */
    String signedHeaders() {
        return headers.stream().map(Field::name).collect(Collectors.joining(";"));
    }

    /** All of it, as it is hashed. */
    String text() {
        String lines = headers.stream()
                .map(header -> header.name() + ":" + header.value() + "\n")
                .collect(Collectors.joining());
        return String.join("\n", method, path, query, lines, signedHeaders(), payloadHash);
    }

    Canonical withMethod(String other) {
        return new Canonical(other, path, query, headers, payloadHash);
    }

    Canonical withPath(String other) {
        return new Canonical(method, other, query, headers, payloadHash);
    }

    Canonical withQuery(String other) {
        return new Canonical(method, path, other, headers, payloadHash);
    }

    Canonical withHeaders(List<Field> others) {
        return new Canonical(method, path, query, others, payloadHash);
    }

    Canonical withPayloadHash(String other) {
        return new Canonical(method, path, query, headers, other);
    }

    /** With another value of a field that is there. */
    Canonical withHeader(String name, String value) {
        return withHeaders(headers.stream()
                .map(header -> header.name().equals(name) ? new Field(name, value) : header)
                .toList());
    }

    /** With the names of the fields in capitals, as clients like to write them. */
    Canonical shouted() {
        return withHeaders(headers.stream()
                .map(header -> new Field(header.name().toUpperCase(Locale.ROOT), header.value()))
                .toList());
    }

    /** With the fields the other way round. */
    Canonical backwards() {
        return withHeaders(headers.stream()
                .sorted(Comparator.comparing(Field::name).reversed())
                .toList());
    }
}
