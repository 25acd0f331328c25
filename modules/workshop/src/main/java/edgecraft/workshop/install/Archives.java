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

    private static final int MOST_SECONDS = 120;

    private Archives() {}

    /** One rehearsal for each module records its subject; the first records the judge beside it. */
    static void make(Workspace workspace, JudgeArguments arguments, List<String> modules) {
        for (String module : modules) {
            List<String> options = new ArrayList<>();
            options.add(
                    "-Dedgecraft.record=" + workspace.lib().resolve("subject").resolve(module + ".jsa"));
            if (module.equals(modules.get(0))) {
                options.add("-XX:ArchiveClassesAtExit=" + arguments.archive());
            }
            run(workspace, arguments, options, module);
        }
    }

    private static void run(Workspace workspace, JudgeArguments arguments, List<String> options, String module) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + arguments.file());
        command.addAll(options);
        command.add("-Dedgecraft.root=" + workspace.root());
        command.add("edgecraft.workshop.install.Rehearsal");
        command.add(module);
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
