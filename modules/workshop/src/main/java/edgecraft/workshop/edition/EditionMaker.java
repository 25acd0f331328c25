package edgecraft.workshop.edition;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.WholeFile;
import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes an edition, as a directory and as a zip of the same files. Both are the same, byte by byte, for the same clone.
 *
 * @param root of a clone in which the tool was built
 * @param name of the edition's directory, for example {@code edgecraft-0.1.0}
 * @param commit that it is made of, told to people
 */
public record EditionMaker(Path root, String name, String commit) {

    /**
     * An edition that is called by its version.
     *
     * @param root of a clone in which the tool was built
     * @param commit that it is made of
     * @param proven whether an audit has proved it
     */
    public static EditionMaker of(Path root, String commit, boolean proven) {
        String version = BuiltJars.in(root).version();
        return new EditionMaker(root, "edgecraft-" + version + (proven ? "" : "-unproven"), commit);
    }

    /**
     * Writes it.
     *
     * @param into the directory that gets the edition's directory and its zip
     * @return the edition's directory
     * @throws Misuse if one of the same name is there
     */
    public Path write(Path into) {
        Path directory = into.resolve(name);
        if (Files.exists(directory)) {
            throw new Misuse(directory + " is there already; name another directory, or delete it.");
        }
        SortedMap<String, byte[]> files = EditionFiles.of(root, title());
        SortedMap<String, byte[]> zipped = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            WholeFile.write(directory.resolve(file.getKey()), file.getValue());
            zipped.put(name + "/" + file.getKey(), file.getValue());
        }
        EditionFiles.PROGRAMS.forEach(program -> makeProgram(directory.resolve(program)));
        WholeFile.write(into.resolve(name + ".zip"), ZipFileWriter.zip(zipped, EditionMaker::isProgram));
        return directory;
    }

    private String title() {
        return "Edgecraft" + name.substring(name.indexOf('-')).replaceFirst("-", " ") + " (commit " + commit + ")";
    }

    private static boolean isProgram(String zipped) {
        return EditionFiles.PROGRAMS.contains(zipped.substring(zipped.indexOf('/') + 1));
    }

    /** Where files have no such permission, nobody needs it. */
    static void makeProgram(Path file) {
        if (!file.toFile().setExecutable(true, false) && !Files.isExecutable(file)) {
            throw Workspace.unwritable(file, new IOException("it can't be made executable"));
        }
    }
}
