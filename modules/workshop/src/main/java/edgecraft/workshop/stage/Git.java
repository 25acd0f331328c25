package edgecraft.workshop.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What git knows of a clone, where there is git. */
final class Git {

    private Git() {}

    /** The content of a file in the last commit; nothing if there is no git, no commit or no such file. */
    static Optional<byte[]> show(Path root, String path) {
        try {
            Process git = new ProcessBuilder("git", "show", "HEAD:./" + path)
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            byte[] content = git.getInputStream().readAllBytes();
            return git.waitFor() == 0 ? Optional.of(content) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
