package edgecraft.workshop.stage;

import edgecraft.workshop.MachineFault;
import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The starter and given files of a module as they were published. A file counts as pristine when its hash is in the manifest
 * that is built into the tool; a copy of each is kept, so that a learner's later edits can't replace it.
 */
public final class Pristine {

    private static final String MANIFESTS = "/edgecraft/manifest/";

    /** In the tool of an edition: what comes before a module's name where its pristine files are packed. */
    public static final String PACKED = "edgecraft/pristine/";

    private final Workspace workspace;
    private final String module;
    private final Sha256Manifest manifest;
    private final Path store;

    /**
     * @param workspace the clone
     * @param module for example {@code 1-origin}
     */
    public Pristine(Workspace workspace, String module) {
        this.workspace = workspace;
        this.module = module;
        this.manifest = Sha256Manifest.parse(resource(module + ".sha256"));
        this.store = workspace.state().resolve("pristine").resolve(module);
    }

    /** The modules there is a manifest for, in order. */
    public static List<String> modules() {
        return resource("modules.txt").lines().toList();
    }

    /** All pristine files, relative to the module's directory. */
    public List<String> files() {
        return List.copyOf(new TreeMap<>(manifest.hashes()).keySet());
    }

    /** Whether a file is the one that was published under this path. */
    public boolean matches(String path, Path file) {
        return manifest.matches(path, Sha256Manifest.text(file));
    }

    /**
     * A copy of a file as published; not to be changed.
     *
     * @throws MachineFault if neither the store, nor the working tree, nor the tool itself, nor git has it
     */
    public Path file(String path) {
        Path kept = store.resolve(path);
        if (!Files.isRegularFile(kept) || !matches(path, kept)) {
            keep(kept, find(path));
        }
        return kept;
    }

    private byte[] find(String path) {
        Path inTree = workspace.module(module).resolve(path);
        if (Files.isRegularFile(inTree)) {
            byte[] content = Sha256Manifest.text(inTree);
            if (manifest.matches(path, content)) {
                return content;
            }
        }
        String name = "modules/" + module + "/" + path;
        return packed(path)
                .or(() -> Git.show(workspace.root(), name))
                .filter(content -> manifest.matches(path, content))
                .orElseThrow(() -> new MachineFault(
                        name + " is not the file this workshop was built with, and git has no copy of that one.",
                        "Restore it, keeping yours: mv '" + name + "' '" + name + ".mine' && git checkout -- '" + name
                                + "'\n"
                                + "Without git, take the file from a fresh download. (Authors who changed it on purpose:"
                                + " .github/CONTRIBUTING.md, \"Changing a starter\".)"));
    }

    /** In the learners' edition the tool has a copy of its own. */
    private Optional<byte[]> packed(String path) {
        try (InputStream in = Pristine.class.getResourceAsStream("/" + PACKED + module + "/" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One at a time: the next file has its name from the process, and not from the thread. */
    private static synchronized void keep(Path kept, byte[] content) {
        try {
            Workspace.directoryOf(kept);
            // Not a temporary file: those are readable by their owner only, and so would be what is copied from here.
            Path fresh = kept.resolveSibling(
                    kept.getFileName() + "." + ProcessHandle.current().pid() + ".new");
            Files.write(fresh, content);
            Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Workspace.unwritable(kept, e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Optional.ofNullable(Pristine.class.getResourceAsStream(MANIFESTS + name))
                .orElseThrow(() -> new IllegalStateException("the tool was built without " + MANIFESTS + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
