package edgecraft.workshop.install;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.stage.Sha256Manifest;
import edgecraft.workshop.stage.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The jars of the judge and of the subjects, from where the build left them. The committed locks name each by its SHA-256; our
 * own jars, which every build makes anew, are not in them.
 */
public final class Libraries {

    static final String LOCKS = "/edgecraft/lock/";

    private Libraries() {}

    /** Copies the judge's libraries and the tool itself. */
    static void judge(Path root, Path lib) {
        Parts parts = Parts.of(root);
        Path judge = lib.resolve("judge");
        copyLocked("judge", parts, parts.judge(), judge);
        parts.tool().forEach(tool -> Stage.copy(tool, judge.resolve(tool.getFileName())));
    }

    /** Copies the jars of hidden checks that there are. */
    static void checks(Path root, Path lib) {
        Path checks = Workspace.directory(lib.resolve("checks"));
        Parts.of(root).checks().forEach(jar -> Stage.copy(jar, checks.resolve(jar.getFileName())));
    }

    /** Copies the class path of every module's subjects. */
    static void subjects(Path root, Path lib) {
        for (Path module : list(root.resolve("modules"))) {
            String name = module.getFileName().toString();
            if (name.matches("\\d+-.*") && Files.isDirectory(module.resolve("target/lib"))) {
                subject(root, name, lib);
            }
        }
    }

    /** Copies the class path of one module's subjects. */
    public static void subject(Path root, String module, Path lib) {
        copyLocked(
                module,
                Parts.of(root),
                root.resolve("modules").resolve(module).resolve("target/lib"),
                lib.resolve("subject").resolve(module));
    }

    /** A library that the lock does not name is left behind: whatever a learner's pom asks for, it is not on the class path. */
    private static void copyLocked(String lock, Parts parts, Path from, Path to) {
        Sha256Manifest locked = lock(lock);
        List<String> missing = new ArrayList<>(locked.hashes().keySet());
        for (Path jar : list(from)) {
            String name = jar.getFileName().toString();
            if (isOurs(jar)) {
                Stage.copy(parts.ours(jar), to.resolve(name));
            } else if (missing.remove(name)) {
                verify(locked, jar);
                Stage.copy(jar, to.resolve(name));
            }
        }
        if (!missing.isEmpty()) {
            throw new MachineFault(
                    "libraries are missing from " + from + ": " + String.join(", ", missing) + ".",
                    "Is a pom.xml changed? Restore it: git checkout -- pom.xml modules/*/pom.xml, or from the edition's zip; then"
                            + " run the command again.");
        }
    }

    private static void verify(Sha256Manifest locked, Path jar) {
        String name = jar.getFileName().toString();
        try {
            if (!locked.matches(name, Files.readAllBytes(jar))) {
                throw new MachineFault(
                        "the library " + name + " is not the one that Edgecraft was tested with: its SHA-256 differs.",
                        "The download may be damaged. Delete it from your local Maven repository and run the command again.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every build makes our own jars anew, so no lock can name them. */
    static boolean isOurs(Path jar) {
        return jar.getFileName().toString().startsWith("edgecraft-");
    }

    private static Sha256Manifest lock(String name) {
        try (InputStream in = Optional.ofNullable(Libraries.class.getResourceAsStream(LOCKS + name + ".sha256"))
                .orElseThrow(() -> new MachineFault(
                        "there is no lock of the libraries of " + name + ".",
                        "Authors: .github/CONTRIBUTING.md, \"Changing a library\"."))) {
            return Sha256Manifest.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
