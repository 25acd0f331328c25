package edgecraft.workshop.intake;

import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A directory, links in it not followed. Of git's own files in it, none is looked at. */
final class DirectoryDelivery implements Delivery {

    private final List<Item> items;

    DirectoryDelivery(Path directory) throws Unusable {
        try (Stream<Path> found =
                Files.find(directory, Integer.MAX_VALUE, (path, attributes) -> isFile(directory, path, attributes))) {
            items = found.limit(MOST_FILES + 1L)
                    .map(path -> item(directory, path))
                    .toList();
        } catch (UncheckedIOException e) {
            throw Workspace.unreadable(directory, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw Workspace.unreadable(directory, e);
        }
        Delivery.mustBeFew(items.size());
    }

    private static boolean isFile(Path directory, Path path, BasicFileAttributes attributes) {
        return (attributes.isRegularFile() || attributes.isSymbolicLink())
                && !directory.relativize(path).startsWith(".git");
    }

    private static Item item(Path directory, Path path) {
        String name = directory
                .relativize(path)
                .toString()
                .replace(path.getFileSystem().getSeparator(), "/");
        return new Item(name, Files.isSymbolicLink(path), () -> Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public List<Item> items() {
        return items;
    }

    @Override
    public void close() {}
}
