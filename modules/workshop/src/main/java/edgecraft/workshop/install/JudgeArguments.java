package edgecraft.workshop.install;

import edgecraft.workshop.WholeFile;
import edgecraft.workshop.Workspace;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options that the judge's JVM is started with, as an argument file for {@code java}. */
record JudgeArguments(Workspace workspace, List<Path> classPath) {

    static JudgeArguments of(Workspace workspace) {
        return new JudgeArguments(
                workspace,
                Stream.of("judge", "checks")
                        .flatMap(directory -> Libraries.list(workspace.lib().resolve(directory)).stream())
                        .filter(jar -> jar.toString().endsWith(".jar"))
                        .toList());
    }

    /** Where the launcher finds them. */
    Path file() {
        return workspace.lib().resolve("judge.args");
    }

    /** The class archive that saves time at start, if it could be made. */
    Path archive() {
        return workspace.lib().resolve("judge.jsa");
    }

    /** The first two lines say what they are for: another clone or another Java needs others. */
    void write() {
        List<String> lines = new ArrayList<>();
        lines.add("# root " + workspace.root());
        lines.add("# java " + System.getProperty("java.home"));
        lines.addAll(options());
        WholeFile.write(file(), lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                // The code that is judged runs as the same user: it must not load an agent into its judge.
                "-XX:+DisableAttachMechanism",
                // A class archive that does not fit any more is left alone, and not worth a word on standard output.
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Duser.language=en",
                "-Djava.net.preferIPv4Stack=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"));
        if (Files.isRegularFile(archive())) {
            options.add(quoted("-XX:SharedArchiveFile=" + archive()));
        }
        options.add("-cp");
        options.add(quoted(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        return options;
    }

    private static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\") + '"';
    }
}
