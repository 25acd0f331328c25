package edgecraft.workshop.stage;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of compiling a submission.
 *
 * @param classes where the classes are, if there are no errors
 * @param errors what javac, or the scan for forbidden names, has to say; each as it is printed
 */
public record Compilation(Path classes, List<String> errors) {

    public boolean succeeded() {
        return errors.isEmpty();
    }
}
