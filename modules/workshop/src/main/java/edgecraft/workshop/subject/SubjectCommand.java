package edgecraft.workshop.subject;

import edgecraft.kit.host.Host;
import edgecraft.workshop.sandbox.Bubblewrap;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The command line and the environment of a subject's JVM: its limits are here. */
final class SubjectCommand {

    private final SubjectOptions options;
    private final String mark;

    SubjectCommand(SubjectOptions options, String mark) {
        this.options = options;
        this.mark = mark;
    }

    Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(isolated(words()))
                .directory(options.temporary().toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        String systemRoot = environment.get("SystemRoot");
        environment.clear();
        if (systemRoot != null) {
            // Without it, Windows can't open sockets.
            environment.put("SystemRoot", systemRoot);
        }
        environment.put("LC_ALL", "C.UTF-8");
        environment.put(Orphans.MARK, mark);
        return Spawner.start(builder);
    }

    private List<String> isolated(List<String> words) {
        Bubblewrap sandbox = options.sandbox();
        return sandbox == null ? words : sandbox.around(options.readable(), options.temporary(), words);
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx" + options.heap() + "m");
        words.add("-XX:MaxDirectMemorySize=" + options.direct() + "m");
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.add("-XX:TieredStopAtLevel=1");
        words.add("-XX:+UseSerialGC");
        words.add("-Xshare:auto");
        words.add("-Xlog:disable");
        if (options.record()) {
            words.add("-XX:ArchiveClassesAtExit=" + options.archive());
            words.add("-D" + Host.RECORDING + "=true");
        } else if (Files.isRegularFile(options.archive())) {
            words.add("-XX:SharedArchiveFile=" + options.archive());
        }
        words.add("-Dfile.encoding=UTF-8");
        words.add("-Duser.language=en");
        words.add("-Duser.timezone=UTC");
        words.add("-Djava.io.tmpdir=" + options.temporary());
        words.add("-Djava.net.preferIPv4Stack=true");
        words.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        if (options.debugPort() != 0) {
            words.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:" + options.debugPort());
        }
        words.addAll(options.jvm());
        words.add("-D" + Host.CLASSES + "=" + joined(options.classes()));
        words.add("-cp");
        words.add(joined(options.classPath()));
        words.add(Host.class.getName());
        return words;
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
