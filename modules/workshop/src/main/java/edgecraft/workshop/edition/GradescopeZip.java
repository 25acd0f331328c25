package edgecraft.workshop.edition;

import edgecraft.workshop.WholeFile;
import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The zip that Gradescope takes as an autograder: a script that prepares a fresh image, one that grades a submission, and the
 * edition that they do it with. The container image is made of the same zip.
 *
 * @param edition the edition's directory
 */
public record GradescopeZip(Path edition) {

    /** Where the edition is in the zip. */
    static final String EDITION = "edgecraft/";

    private static final String RESOURCES = "/edgecraft/gradescope/";
    private static final List<String> SCRIPTS = List.of("setup.sh", "run_autograder");
    private static final Set<String> PROGRAMS =
            Set.of("setup.sh", "run_autograder", EDITION + "mvnw", EDITION + "workshop");

    /** What an edition gets when it is used: none of it belongs in another one. */
    private static final Set<Path> MADE_BY_USE = Set.of(Path.of(".edgecraft"), Path.of("target"));

    /**
     * Writes it; the same edition makes the same bytes.
     *
     * @param zip the file to write, replaced if it is there
     * @throws edgecraft.workshop.MachineFault if the edition can't be read, or the file not be written
     */
    public void write(Path zip) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        SCRIPTS.forEach(script -> files.put(script, script(script)));
        try (Stream<Path> all = Files.walk(edition)) {
            for (Path file : all.filter(this::belongs).toList()) {
                String name = edition.relativize(file).toString().replace('\\', '/');
                files.put(EDITION + name, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw Workspace.unreadable(edition, e);
        }
        WholeFile.write(zip, ZipFileWriter.zip(files, PROGRAMS::contains));
    }

    private boolean belongs(Path file) {
        Path relative = edition.relativize(file);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Stream.iterate(relative, part -> part != null, Path::getParent)
                        .map(Path::getFileName)
                        .noneMatch(MADE_BY_USE::contains);
    }

    private static byte[] script(String name) {
        try (InputStream in = Optional.ofNullable(GradescopeZip.class.getResourceAsStream(RESOURCES + name))
                .orElseThrow(() -> new IllegalStateException("the tool was built without " + RESOURCES + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
