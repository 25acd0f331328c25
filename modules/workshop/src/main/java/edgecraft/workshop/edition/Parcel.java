package edgecraft.workshop.edition;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An edition as somebody got it: its directory, or its zip, which is read as it is.
 *
 * @param edition what is in it, whole
 * @param zip what to close afterwards, if it is one
 */
public record Parcel(Edition edition, Optional<FileSystem> zip) implements AutoCloseable {

    /**
     * Opens it, and sees that it is whole.
     *
     * @throws Misuse if it is no edition, or a damaged one
     */
    public static Parcel open(Path path) {
        if (Files.isDirectory(path)) {
            return whole(path, path, Optional.empty());
        }
        try {
            FileSystem zip = FileSystems.newFileSystem(path);
            return whole(path, top(zip), Optional.of(zip));
        } catch (IOException | ProviderNotFoundException e) {
            throw new Misuse("can't read " + path + ": it is neither a directory nor a zip. Nothing was changed.");
        }
    }

    private static Path top(FileSystem zip) throws IOException {
        Path root = zip.getPath("/");
        try (Stream<Path> entries = Files.list(root)) {
            List<Path> all = entries.toList();
            return all.size() == 1 ? all.get(0) : root;
        }
    }

    private static Parcel whole(Path path, Path top, Optional<FileSystem> zip) {
        Edition edition = Edition.in(top)
                .orElseThrow(() -> new Misuse(path + " is no edition of the workshop: there is no " + Edition.LIST
                        + " in it. Nothing was changed."));
        List<String> damaged = edition.damaged();
        if (!damaged.isEmpty()) {
            throw new Misuse(path + " is damaged: " + damaged.size() + " of its files, such as " + damaged.get(0)
                    + ", are not what they were. Nothing was changed; download it again.");
        }
        return new Parcel(edition, zip);
    }

    @Override
    public void close() {
        try {
            if (zip.isPresent()) {
                zip.get().close();
            }
        } catch (IOException e) {
            throw Workspace.unreadable(edition.root(), e);
        }
    }
}
