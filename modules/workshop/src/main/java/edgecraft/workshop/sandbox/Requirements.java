package edgecraft.workshop.sandbox;

import edgecraft.workshop.MachineFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a sandbox can be had here: a program is run in one, as a subject will be. */
public final class Requirements {

    private Requirements() {}

    /**
     * What is missing and what to do about it, or nothing.
     *
     * @param scratch an empty directory
     */
    public static Optional<MachineFault> missing(Path scratch) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of(new MachineFault(
                    "a sandbox can only be had on Linux, and this is " + System.getProperty("os.name") + ".",
                    "Grade in a Linux machine or container, or leave out --sandbox."));
        }
        if (!Files.isExecutable(SystemFiles.PRLIMIT) || !Files.isExecutable(SystemFiles.SETPRIV)) {
            return Optional.of(new MachineFault(
                    "there is no " + SystemFiles.PRLIMIT + " or no " + SystemFiles.SETPRIV
                            + ", which the sandbox needs.",
                    "Install the package util-linux, and run the command again."));
        }
        List<String> trial =
                Bubblewrap.here().around(List.of(), scratch, List.of(SystemFiles.PRLIMIT.toString(), "--version"));
        try {
            Process process = new ProcessBuilder(Enclosure.around(trial))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(refused(said, Forbidding.here()));
        } catch (IOException notThere) {
            return Optional.of(new MachineFault(
                    "bubblewrap is not installed: there is no bwrap on the PATH.",
                    "Install it (Debian, Ubuntu: sudo apt install bubblewrap; Fedora: sudo dnf install bubblewrap), and run the"
                            + " command again."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
    }

    /** What to do when bubblewrap is there but may not, or can't, do its work. */
    static MachineFault refused(String said, Optional<Forbidding> setting) {
        String fact = "bubblewrap does not work here. It says: "
                + said.lines().findFirst().orElse("nothing").strip();
        if (said.contains("nknown option")) {
            return new MachineFault(fact, "Version 0.8 or newer is needed: install that, and run the command again.");
        }
        return setting.map(forbidding -> new MachineFault(
                        fact,
                        "The system forbids it to ordinary users. Allow it: sudo sysctl -w " + forbidding.allowed()))
                .orElseGet(() -> new MachineFault(
                        fact,
                        "In a container it needs rights that a container has not by default: for Docker,"
                                + " --security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt"
                                + " systempaths=unconfined, or --privileged. Or grade on the machine itself."));
    }

    /** A setting of the kernel that can keep ordinary users from making namespaces, and whether it does. */
    enum Forbidding {
        UBUNTU("kernel/apparmor_restrict_unprivileged_userns", "1", "0"),
        DEBIAN("kernel/unprivileged_userns_clone", "0", "1"),
        NONE_AT_ALL("user/max_user_namespaces", "0", "15000");

        private final String name;
        private final String forbids;
        private final String allows;

        Forbidding(String name, String forbids, String allows) {
            this.name = name;
            this.forbids = forbids;
            this.allows = allows;
        }

        private static Optional<Forbidding> here() {
            return Stream.of(values()).filter(Forbidding::isSet).findFirst();
        }

        private boolean isSet() {
            try {
                return Files.readString(Path.of("/proc/sys").resolve(name))
                        .strip()
                        .equals(forbids);
            } catch (IOException notInThisKernel) {
                return false;
            }
        }

        /** As sysctl takes it. */
        String allowed() {
            return name.replace('/', '.') + "=" + allows;
        }
    }
}
