package edgecraft.workshop.edition;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.stage.Pristine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The jars that {@code ./mvnw -Dtool package} has made in a clone.
 *
 * @param root the top of the clone
 * @param version of all of them
 */
record BuiltJars(Path root, String version) {

    private static final String TOOL = "modules/workshop/target/edgecraft-workshop.jar";

    /** @throws MachineFault if nothing was built there */
    static BuiltJars in(Path root) {
        try (JarFile tool = new JarFile(built(root.resolve(TOOL)).toFile())) {
            return new BuiltJars(
                    root, tool.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION));
        } catch (IOException e) {
            throw Workspace.unreadable(root.resolve(TOOL), e);
        }
    }

    /** What a Maven repository has of the workshop: from paths in it to files. */
    SortedMap<String, Path> repository() {
        SortedMap<String, Path> files = new TreeMap<>();
        files.put(path("edgecraft", "pom"), root.resolve("pom.xml"));
        for (String part : List.of("kit", "fixtures", "workshop")) {
            String artifact = "edgecraft-" + part;
            files.put(path(artifact, "pom"), root.resolve("modules/" + part + "/pom.xml"));
            files.put(path(artifact, "jar"), jar(part));
        }
        return files;
    }

    /** The hidden checks of all modules. */
    List<Path> checks() {
        return Pristine.modules().stream()
                .map(module ->
                        built(root.resolve("solutions/" + module + "/target/edgecraft-" + module + "-checks.jar")))
                .toList();
    }

    /** Every jar of ours that the judge has. */
    List<Path> all() {
        return Stream.concat(
                        repository().values().stream()
                                .filter(file -> file.toString().endsWith(".jar")),
                        checks().stream())
                .toList();
    }

    private Path jar(String part) {
        return built(root.resolve(
                part.equals("workshop")
                        ? TOOL
                        : "modules/" + part + "/target/edgecraft-" + part + "-" + version + ".jar"));
    }

    private String path(String artifact, String extension) {
        return "edgecraft/" + artifact + "/" + version + "/" + artifact + "-" + version + "." + extension;
    }

    private static Path built(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new MachineFault(
                    jar + " was not built.", "Build the tool, ./mvnw -Dtool package, and run the command again.");
        }
        return jar;
    }
}
