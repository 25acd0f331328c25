package edgecraft.workshop.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Names of files and their SHA-256, in the format of {@code sha256sum}.
 *
 * @param hashes from a path with forward slashes to 64 lower-case hexadecimal digits
 */
public record Sha256Manifest(Map<String, String> hashes) {

    /** Reads the lines of a manifest; empty ones and those that begin with {@code #} say nothing. */
    public static Sha256Manifest parse(String text) {
        return new Sha256Manifest(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(66), line -> line.substring(0, 64), (a, b) -> b, TreeMap::new)));
    }

    /** The manifest as text. */
    public String format() {
        return hashes.entrySet().stream()
                .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /** Whether these bytes are what the manifest says of the path. */
    public boolean matches(String path, byte[] content) {
        return hash(content).equals(hashes.get(path));
    }

    /** The SHA-256 of bytes. */
    public static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The content of a text file with line ends as LF: git on Windows may have written CRLF. */
    public static byte[] text(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            return new String(content, StandardCharsets.ISO_8859_1)
                    .replace("\r\n", "\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
