package edgecraft.workshop.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Zips as people and attackers make them. */
final class Zips implements AutoCloseable {

    private final ZipArchiveOutputStream zip;

    Zips(Path file) throws IOException {
        zip = new ZipArchiveOutputStream(file);
    }

    Zips add(String name, String content) throws IOException {
        return add(name, UnixStat.FILE_FLAG | 0644, content.getBytes(StandardCharsets.UTF_8));
    }

    Zips link(String name, String to) throws IOException {
        return add(name, UnixStat.LINK_FLAG | 0777, to.getBytes(StandardCharsets.UTF_8));
    }

    Zips add(String name, int mode, byte[] content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
        return this;
    }

    /** Says of every file that it is encrypted, as the first bit of its flags does. */
    static void encrypt(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length - 10; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K') {
                if (bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                    bytes[i + 8] |= 1;
                } else if (bytes[i + 2] == 3 && bytes[i + 3] == 4) {
                    bytes[i + 6] |= 1;
                }
            }
        }
        Files.write(file, bytes);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
