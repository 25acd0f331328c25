package edgecraft.workshop.install;

import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Class archives for the judge's JVM and the subjects': they save about half of the time to start, and nothing depends on
 * them. They are recorded while the pristine starters are checked, so no learner's code has a part in them.
 */
final class Archives {

    private static final int MOST_SECONDS = 300;

    private Archives() {}

    /** One rehearsal of all modules records the subject of each, and the judge. */
    static void make(Workspace workspace, JudgeArguments arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + arguments.file());
        command.add("-XX:ArchiveClassesAtExit=" + arguments.archive());
        command.add("-Dedgecraft.root=" + workspace.root());
        command.add("edgecraft.workshop.install.Rehearsal");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(workspace.state().resolve("archive.log").toFile())
                    .start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException noArchive) {
            // Starting takes longer without; everything else is the same.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
