package edgecraft.kit.canary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Tries to read files that are not for learners, and looks for anything that does not belong into the sandbox. */
final class Looking {

    private Looking() {}

    static List<String> around(CanaryBrief brief) {
        List<String> escapes = new ArrayList<>();
        for (String secret : brief.secrets()) {
            if (canRead(Path.of(secret))) {
                escapes.add("read " + secret);
            }
        }
        Stranger stranger = new Stranger(brief);
        try {
            Files.walkFileTree(Path.of("/"), stranger);
        } catch (IOException unreadable) {
            // What can't be listed can't be seen.
        }
        escapes.addAll(stranger.seen);
        return escapes;
    }

    private static boolean canRead(Path secret) {
        try (InputStream in = Files.newInputStream(secret)) {
            return in.read() != -1;
        } catch (IOException hidden) {
            return false;
        }
    }

    /** Goes as far as what is visible on purpose, and stops at the first thing that is not. */
    private static final class Stranger extends SimpleFileVisitor<Path> {

        private final List<Path> known;
        private final List<String> seen = new ArrayList<>();

        private Stranger(CanaryBrief brief) {
            this.known = brief.visible().stream().map(Path::of).toList();
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return known.contains(directory) ? FileVisitResult.SKIP_SUBTREE : look(directory);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return look(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return look(file);
        }

        private FileVisitResult look(Path path) {
            if (known.stream().anyMatch(visible -> visible.startsWith(path))) {
                return FileVisitResult.CONTINUE;
            }
            seen.add("see " + path);
            return FileVisitResult.TERMINATE;
        }
    }
}
