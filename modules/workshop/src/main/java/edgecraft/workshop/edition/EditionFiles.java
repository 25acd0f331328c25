package edgecraft.workshop.edition;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.stage.Pristine;
import edgecraft.workshop.stage.Sha256Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which files an edition has, and what is in them: everything that is named here, and nothing else. */
final class EditionFiles {

    /** The wrapper and the launcher. */
    static final List<String> PROGRAMS = List.of("mvnw", "workshop");

    /** What is in the edition's top directory as it is in the clone's. */
    private static final List<String> TOP = List.of(
            ".editorconfig",
            ".gitattributes",
            ".gitignore",
            ".mvn",
            "LICENSE",
            "README.md",
            "mvnw",
            "mvnw.cmd",
            "pom.xml",
            "workshop",
            "workshop.cmd");

    /** What the slides' own tool makes; it is in no commit, and in the edition if it is there. */
    static final String SLIDES = "slides/rendered";

    /** What learners program against, to be read: not the host that runs it. */
    private static final String KIT = "modules/kit/src/main/java/edgecraft/kit";

    /** What is in the edition and has another place in the clone, or is of no use there. */
    private static final String BESIDES = ".github/edition";

    /** In documents: from here to {@code /authors} it is for those who have the sources. */
    private static final String AUTHORS = "(?s)<!-- authors -->.*?<!-- /authors -->\n";

    private final Path clone;
    private final Workspace workspace;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private EditionFiles(Path clone) {
        this.clone = clone;
        this.workspace = Workspace.of(clone);
    }

    /**
     * All files.
     *
     * @param clone in which the tool was built
     * @param name of the edition, for people
     * @return from paths with forward slashes to contents
     * @throws MachineFault if a starter or given file is not pristine, or something was not built
     */
    static SortedMap<String, byte[]> of(Path clone, String name) {
        EditionFiles edition = new EditionFiles(clone);
        edition.addDocumentsAndPoms();
        Pristine.modules().forEach(edition::addModule);
        edition.addTool();
        TreeMap<String, String> hashes = new TreeMap<>();
        edition.files.forEach((file, content) -> hashes.put(file, Sha256Manifest.hash(content)));
        edition.put(Edition.LIST, Edition.list(name, new Sha256Manifest(hashes)));
        return edition.files;
    }

    private void addDocumentsAndPoms() {
        TOP.forEach(each -> addAll(clone.resolve(each), each, file -> true));
        addAll(clone.resolve(SLIDES), SLIDES, file -> true);
        addAll(clone.resolve(KIT), KIT, file -> file.getNameCount() == 1);
        addAll(clone.resolve(BESIDES), "", file -> true);
    }

    /** The starter as it was published, whatever is in the clone. */
    private void addModule(String module) {
        String directory = "modules/" + module;
        addAll(clone.resolve(directory), directory, file -> !file.startsWith("src/main") && !file.startsWith("target"));
        StartersJar.read(workspace, module).forEach((file, content) -> files.put(directory + "/" + file, content));
    }

    private void addTool() {
        BuiltJars jars = BuiltJars.in(clone);
        jars.repository().forEach((path, jar) -> files.put(Edition.REPOSITORY + "/" + path, read(jar)));
        jars.checks().forEach(jar -> files.put(Edition.CHECKS + "/" + jar.getFileName(), read(jar)));
        files.put(Edition.CHECKS + "/edgecraft-starters.jar", StartersJar.of(workspace));
    }

    /** A file, or all files of a directory; nothing if neither is there. */
    private void addAll(Path from, String to, Predicate<Path> which) {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            List<Path> found = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
            for (Path file : found) {
                Path relative = from.relativize(file);
                if (which.test(relative)) {
                    put(Path.of(to).resolve(relative).toString().replace('\\', '/'), file);
                }
            }
        } catch (IOException e) {
            throw Workspace.unreadable(from, e);
        }
    }

    private void put(String path, Path file) {
        byte[] content = read(file);
        if (path.endsWith(".md")) {
            put(path, new String(content, StandardCharsets.UTF_8).replaceAll(AUTHORS, ""));
        } else {
            files.put(path, content);
        }
    }

    private void put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Workspace.unreadable(file, e);
        }
    }
}
