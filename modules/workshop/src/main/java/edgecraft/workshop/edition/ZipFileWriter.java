package edgecraft.workshop.edition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Zips that are the same, byte by byte, whenever and wherever they are made of the same files. */
final class ZipFileWriter {

    /** The first moment that a zip can name, which is told in local time. */
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int FILE = 0100644;
    private static final int PROGRAM = 0100755;

    private ZipFileWriter() {}

    /**
     * A zip.
     *
     * @param files from names to contents
     * @param programs which of them can be executed
     */
    static byte[] zip(SortedMap<String, byte[]> files, Predicate<String> programs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            long beginning =
                    BEGINNING.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
                entry.setTime(beginning);
                entry.setUnixMode(programs.test(file.getKey()) ? PROGRAM : FILE);
                entry.setSize(file.getValue().length);
                zip.putArchiveEntry(entry);
                zip.write(file.getValue());
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
