package edgecraft.workshop.intake;

import edgecraft.workshop.Misuse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody handed in: files by name. */
public interface Delivery extends AutoCloseable {

    /** More files than in any clone with all that its builds left behind. */
    int MOST_FILES = 50_000;

    /** All its files, in any order; directories are none. */
    List<Item> items();

    @Override
    void close();

    /**
     * Opens what is at a path.
     *
     * @param commit of a git repository, or nothing for what a directory holds now and a bare repository's {@code HEAD}
     * @param scratch an empty directory
     * @throws Misuse if nobody hands in what is there
     * @throws Unusable if it is what people hand in, but damaged or too large
     */
    static Delivery open(Path path, @Nullable String commit, Path scratch) throws Unusable {
        if (Files.isDirectory(path)) {
            return commit != null || RepositoryDelivery.isBare(path)
                    ? RepositoryDelivery.of(path, commit == null ? "HEAD" : commit, scratch)
                    : new DirectoryDelivery(path);
        }
        if (!Files.exists(path)) {
            throw new Misuse("there is no " + path + "; name a directory, a zip or a git repository.");
        }
        if (!isZip(path)) {
            throw new Misuse(path + " is no directory, zip or git repository.");
        }
        if (commit != null) {
            throw new Misuse("a zip has no commits: leave out --commit, or name a git repository.");
        }
        return ZipDelivery.of(path);
    }

    private static boolean isZip(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == 'P' && head[1] == 'K';
        } catch (IOException e) {
            throw new Misuse("can't read " + file + ": " + e.getMessage() + ".");
        }
    }

    /** Refuses more files than anybody hands in. */
    static void mustBeFew(long files) throws Unusable {
        if (files > MOST_FILES) {
            throw new Unusable("more than %,d files were handed in; hand in your own files only".formatted(MOST_FILES));
        }
    }
}
