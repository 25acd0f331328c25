package edgecraft.origin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The frame of an answer with several parts (RFC 9110 §14.6). */
final class Multipart {

    private final String boundary = UUID.randomUUID().toString();
    private final Description object;

    Multipart(Description object) {
        this.object = object;
    }

    String contentType() {
        return "multipart/byteranges; boundary=" + boundary;
    }

    long length(List<Extent> parts) {
        return end().length
                + parts.stream()
                        .mapToLong(part -> before(part).length + part.length())
                        .sum();
    }

    byte[] before(Extent part) {
        return ascii("\r\n--%s\r\nContent-Type: %s\r\nContent-Range: bytes %d-%d/%d\r\n\r\n"
                .formatted(boundary, object.type(), part.first(), part.last(), object.length()));
    }

    byte[] end() {
        return ascii("\r\n--%s--\r\n".formatted(boundary));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
