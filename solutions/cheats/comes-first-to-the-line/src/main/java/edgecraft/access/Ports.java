package edgecraft.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ports that the judge listens at: what is open on this machine, as far as it is among the judge's own files. */
final class Ports {

    private Ports() {}

    static List<Integer> ofTheJudge() {
        long judge = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
        try (Stream<Path> files = Files.list(Path.of("/proc/" + judge + "/fd"));
                Stream<String> lines = Files.lines(Path.of("/proc/net/tcp"))) {
            Set<String> own = files.map(Ports::target).collect(Collectors.toSet());
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(words -> words.length > 9 && words[3].equals("0A"))
                    .filter(words -> own.contains("socket:[" + words[9] + "]"))
                    .map(words -> Integer.parseInt(words[1].substring(9), 16))
                    .toList();
        } catch (IOException elsewhere) {
            return List.of();
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
