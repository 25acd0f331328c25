package edgecraft.workshop.edition;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.stage.Pristine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** A jar of all pristine files, from which the tool of an edition takes them: a learner's copy has no git that knows them. */
final class StartersJar {

    private StartersJar() {}

    /** The jar of a clone's. */
    static byte[] of(Workspace clone) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String module : Pristine.modules()) {
            read(clone, module).forEach((file, content) -> files.put(Pristine.PACKED + module + "/" + file, content));
        }
        return ZipFileWriter.zip(files, file -> false);
    }

    /** The pristine files of a module, relative to its directory. */
    static SortedMap<String, byte[]> read(Workspace clone, String module) {
        Pristine pristine = new Pristine(clone, module);
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String file : pristine.files()) {
            Path path = pristine.file(file);
            try {
                files.put(file, Files.readAllBytes(path));
            } catch (IOException e) {
                throw Workspace.unreadable(path, e);
            }
        }
        return files;
    }
}
