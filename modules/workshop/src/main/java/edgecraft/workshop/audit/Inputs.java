package edgecraft.workshop.audit;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.proof.Cheat;
import edgecraft.workshop.stage.Sha256Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the verdicts of a module's cases follow from: our own jars, but for other modules' checks (they hold the locks of all
 * others, and the starter's hashes), the files of its solution and of cheats handed in for it, and the Java that runs them.
 */
final class Inputs {

    private static final int DIGITS = 16;

    private Inputs() {}

    /** The same for the same inputs; another one, all but certainly, for others. */
    static String hash(Workspace clone, String module) {
        Map<String, String> hashes = new TreeMap<>();
        add(hashes, clone.lib(), clone.lib().resolve("judge"));
        add(hashes, clone.lib(), clone.lib().resolve("checks/edgecraft-" + module + "-checks.jar"));
        add(hashes, clone.lib(), clone.lib().resolve("subject").resolve(module));
        for (String part : new String[] {"src/main", "mistakes", "accepted", "degenerate.yaml"}) {
            add(hashes, clone.root(), clone.solution(module).resolve(part));
        }
        Cheat.shelf(clone.root().resolve("solutions/cheats")).stream()
                .filter(cheat -> cheat.what().module().equals(module))
                .forEach(cheat -> add(hashes, clone.root(), cheat.directory()));
        String all = Runtime.version() + "\n" + new Sha256Manifest(hashes).format();
        return Sha256Manifest.hash(all.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    private static void add(Map<String, String> hashes, Path top, Path below) {
        if (!Files.exists(below)) {
            return;
        }
        try (Stream<Path> files = Files.walk(below)) {
            for (Path file : files.filter(Inputs::isOurs).toList()) {
                hashes.put(top.relativize(file).toString(), Sha256Manifest.hash(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && (!name.endsWith(".jar") || name.startsWith("edgecraft-"));
    }
}
