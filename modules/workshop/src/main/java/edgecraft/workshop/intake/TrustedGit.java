package edgecraft.workshop.intake;

import edgecraft.workshop.MachineFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Git in a bare repository that we made, and with no configuration but git's own: none of this machine's, its user's, or of
 * whoever handed something in.
 *
 * @param directory the repository
 */
record TrustedGit(Path directory) {

    /** More than anybody's list of files, or file. */
    private static final int MOST_BYTES = 16 << 20;

    /** Makes a new repository. */
    static TrustedGit in(Path directory) {
        TrustedGit git = new TrustedGit(directory);
        if (git.say("init", "--quiet", "--bare", "--template=").isEmpty()) {
            throw new MachineFault(
                    "git could not make a repository in " + directory + ".",
                    "See that the disk is not full, then run the command again.");
        }
        return git;
    }

    /**
     * Says something to git.
     *
     * @return what it answers; nothing if it has no answer, or one without an end
     * @throws MachineFault if there is no git
     */
    Optional<byte[]> say(String... words) {
        List<String> command = new ArrayList<>(List.of("git", "--git-dir=" + directory, "--no-pager"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        clear(builder.environment());
        try {
            Process git = builder.start();
            git.getOutputStream().close();
            byte[] said = git.getInputStream().readNBytes(MOST_BYTES + 1);
            if (said.length > MOST_BYTES) {
                git.destroyForcibly();
            }
            return git.waitFor() == 0 && said.length <= MOST_BYTES ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            throw new MachineFault(
                    "git can't be started: " + e.getMessage() + ".", "Install git, then run the command again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git was at work", e);
        }
    }

    private static void clear(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.putAll(Map.of(
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_NO_REPLACE_OBJECTS", "1",
                "GIT_NO_LAZY_FETCH", "1",
                // A list of protocols that may be used; there is none of this name.
                "GIT_ALLOW_PROTOCOL", "none",
                "GIT_TERMINAL_PROMPT", "0"));
    }
}
