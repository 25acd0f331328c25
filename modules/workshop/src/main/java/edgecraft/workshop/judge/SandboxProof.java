package edgecraft.workshop.judge;

import edgecraft.kit.canary.Canary;
import edgecraft.kit.canary.CanaryBrief;
import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.subject.Refused;
import edgecraft.workshop.subject.Subject;
import edgecraft.workshop.subject.SubjectGone;
import edgecraft.workshop.subject.SubjectOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lets a canary into the sandbox before the learner's code, in its place and with its rights: nothing is judged if it gets out. */
public final class SandboxProof {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** In MiB: the sandbox's limit of memory follows from it, and a small one is soon reached. */
    private static final int SMALL_HEAP = 48;

    private static final int BEYOND = 64;

    private static final List<String> SECRETS =
            List.of("/etc/shadow", "/etc/passwd", "/etc/hostname", "/root/.ssh/id_rsa");
    private static final List<String> SOCKETS =
            List.of("/run/docker.sock", "/var/run/docker.sock", "/run/podman/podman.sock");

    private SandboxProof() {}

    /**
     * Does it.
     *
     * @param subject how the learner's code will be started
     * @throws MachineFault if the sandbox does not hold
     */
    public static void demand(SubjectOptions subject) {
        List<String> escapes = escapes(subject, SECRETS, SOCKETS, BEYOND);
        if (!escapes.isEmpty()) {
            throw broken(escapes);
        }
    }

    static MachineFault broken(List<String> escapes) {
        return new MachineFault(
                "broken: the sandbox does not hold, so nothing was judged. A program of ours in the place of your code could:"
                        + escapes.stream().map(escape -> "\n  " + escape).collect(Collectors.joining()),
                "Does this machine have the bubblewrap of its distribution? Please report this; and grade elsewhere.");
    }

    /**
     * What the canary could do.
     *
     * @param secrets files that it must not be able to read
     * @param sockets sockets that it must not be able to connect to
     * @param beyond how much more memory than the sandbox allows it tries to use, in MiB
     */
    static List<String> escapes(SubjectOptions subject, List<String> secrets, List<String> sockets, int beyond) {
        Path place = Workspace.directory(subject.temporary().resolve("canary"));
        SubjectOptions options = subject.alone(SMALL_HEAP, List.of()).in(place);
        try (Subject canary = Subject.launch(options);
                Decoy decoy = Decoy.start()) {
            CanaryBrief brief = Briefing.of(options, secrets, sockets, decoy.pid());
            List<String> escapes = new ArrayList<>(sung(canary, brief));
            if (!decoy.isAlive()) {
                escapes.add("end a process of the judge's");
            }
            if (escapes.isEmpty()) {
                escapes.addAll(eaten(canary, brief.hungry((long) (options.memory() + beyond) << 20)));
            }
            return escapes.stream().distinct().toList();
        } catch (IOException e) {
            throw new MachineFault(
                    "a process could not be started: " + e.getMessage() + ".", "Run ./workshop doctor.", e);
        }
    }

    private static List<String> sung(Subject canary, CanaryBrief brief) {
        try {
            canary.create("canary", Canary.class.getName(), brief, Instant.EPOCH, PATIENCE);
            return List.of("answer for a canary");
        } catch (Refused song) {
            return heard(String.valueOf(song.getMessage()));
        } catch (SubjectGone gone) {
            throw new MachineFault(
                    "broken: the canary that tries the sandbox ended before it had tried everything: "
                            + gone.getMessage() + ".",
                    "Run the command again; if that does not help, please report it.",
                    gone);
        }
    }

    private static List<String> heard(String song) {
        List<String> lines = song.lines().toList();
        if (!lines.contains(Canary.DONE)) {
            throw new MachineFault(
                    "broken: the canary could not try everything. It said: " + song.strip(),
                    "Run the command again; if that does not help, please report it.");
        }
        return lines.stream()
                .filter(line -> line.startsWith(Canary.COULD))
                .map(line -> line.substring(Canary.COULD.length()))
                .toList();
    }

    /** The only good end of this is that the canary is ended. */
    private static List<String> eaten(Subject canary, CanaryBrief brief) {
        try {
            List<String> escapes = sung(canary, brief);
            return escapes.isEmpty() ? List.of("start a process that nobody's memory limit ended") : escapes;
        } catch (MachineFault ended) {
            if (canary.usedTooMuch()) {
                return List.of();
            }
            throw ended;
        }
    }
}
