package edgecraft.workshop.install;

import edgecraft.workshop.WholeFile;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.stage.Sha256Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For authors: writes down which starter and given files are pristine, and which libraries are the ones tested with. Run it
 * after changing either on purpose, and read the difference before committing it.
 */
public final class Manifests {

    private static final String RESOURCES = "modules/workshop/src/main/resources/edgecraft";

    private Manifests() {}

    /** @param arguments the top of the clone, in which {@code ./mvnw package -Dtool} has just run */
    public static void main(String[] arguments) {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path resources = root.resolve(RESOURCES);
        List<Path> modules = Libraries.list(root.resolve("modules")).stream()
                .filter(directory -> directory.getFileName().toString().matches("\\d+-.*"))
                .toList();
        for (Path module : modules) {
            write(resources.resolve("manifest/" + module.getFileName() + ".sha256"), pristine(module));
            write(resources.resolve("lock/" + module.getFileName() + ".sha256"), lock(module.resolve("target/lib")));
        }
        write(resources.resolve("lock/judge.sha256"), lock(root.resolve("modules/workshop/target/lib")));
        WholeFile.write(
                resources.resolve("manifest/modules.txt"),
                modules.stream().map(module -> module.getFileName() + "\n").collect(Collectors.joining()));
    }

    /** The manifest of a module's own files: {@code exercise.yaml} and what is below {@code src/main}. */
    public static Sha256Manifest pristine(Path module) {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(module.resolve("src/main"))) {
            Stream.concat(Stream.of(module.resolve("exercise.yaml")), sources.filter(Files::isRegularFile))
                    .forEach(file -> hashes.put(
                            module.relativize(file).toString().replace('\\', '/'),
                            Sha256Manifest.hash(Sha256Manifest.text(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sha256Manifest(hashes);
    }

    private static Sha256Manifest lock(Path libraries) {
        Map<String, String> hashes = new TreeMap<>();
        for (Path jar : Libraries.list(libraries)) {
            String name = jar.getFileName().toString();
            if (!Libraries.isOurs(jar)) {
                hashes.put(name, hash(jar));
            }
        }
        return new Sha256Manifest(hashes);
    }

    private static String hash(Path jar) {
        try {
            return Sha256Manifest.hash(Files.readAllBytes(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, Sha256Manifest manifest) {
        Workspace.directoryOf(file);
        WholeFile.write(file, manifest.format());
    }
}
