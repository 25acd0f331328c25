package edgecraft.workshop.intake;

import edgecraft.workshop.course.ModuleSpec;
import java.util.Optional;

/**
 * A Java file that was handed in, and whose it is by its package.
 *
 * @param item the file
 * @param path its name, safe
 * @param packageName what it says
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // two files are never compared, only their contents
record JavaFile(Item item, String path, String packageName, byte[] content) {

    boolean isOf(ModuleSpec module) {
        return packageName.equals(module.packageName()) || packageName.startsWith(module.packageName() + ".");
    }

    /** Where the compiler looks for it, below a module's directory. */
    String place() {
        return "src/main/java/" + packageName.replace('.', '/') + "/" + path.substring(path.lastIndexOf('/') + 1);
    }

    /** The directory that is laid out like a module and has this file in its place, with a slash at the end if it has a name. */
    Optional<String> home() {
        if (!path.endsWith(place())) {
            return Optional.empty();
        }
        String home = path.substring(0, path.length() - place().length());
        return home.isEmpty() || home.endsWith("/") ? Optional.of(home) : Optional.empty();
    }
}
