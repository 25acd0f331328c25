package edgecraft.kit.canary;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tries to see, end and enter processes outside, and looks for rights that a learner's code must not have. */
final class Meddling {

    private static final Path PROC = Path.of("/proc");

    /** Of the fields of {@code /proc/self/stat} that follow the name in brackets: the session. */
    private static final int SESSION = 3;

    private Meddling() {}

    static List<String> with(CanaryBrief brief) {
        List<String> escapes = new ArrayList<>();
        stranger().ifPresent(process -> escapes.add("see process " + process));
        if (canEnd(brief.decoy())) {
            escapes.add("end a process of the judge's");
        }
        if (canAttachTo(brief.judge())) {
            escapes.add("attach to the judge's JVM");
        }
        try {
            escapes.addAll(rights());
        } catch (IOException unreadable) {
            escapes.add("not tell which rights it has: " + unreadable);
        }
        return escapes;
    }

    /** The sandbox has its first process, which waits for this one, and this one. */
    private static Optional<String> stranger() {
        String own = Long.toString(ProcessHandle.current().pid());
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                    .map(process -> process.getFileName().toString())
                    .filter(name -> name.matches("\\d+") && !name.equals("1") && !name.equals(own))
                    .findFirst();
        } catch (IOException hidden) {
            return Optional.empty();
        }
    }

    private static boolean canEnd(long pid) {
        return ProcessHandle.of(pid)
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .map(ProcessHandle::destroyForcibly)
                .orElse(false);
    }

    private static boolean canAttachTo(long pid) {
        if (ProcessHandle.of(pid).isEmpty()) {
            return false;
        }
        try {
            VirtualMachine.attach(Long.toString(pid)).detach();
            return true;
        } catch (AttachNotSupportedException | IOException refused) {
            return false;
        }
    }

    private static List<String> rights() throws IOException {
        Map<String, String> status = new TreeMap<>();
        for (String line : Files.readAllLines(PROC.resolve("self/status"))) {
            String[] field = line.split(":\\s*", 2);
            status.put(field[0], field[1]);
        }
        List<String> escapes = new ArrayList<>();
        if (!status.getOrDefault("CapPrm", "").matches("0+")) {
            escapes.add("use capabilities: " + status.get("CapPrm"));
        }
        if (!"1".equals(status.get("NoNewPrivs"))) {
            escapes.add("gain rights by a program that has them");
        }
        String stat = Files.readString(PROC.resolve("self/stat"));
        // A session that was begun outside has no number inside.
        if (stat.substring(stat.lastIndexOf(')') + 2).split(" ")[SESSION].equals("0")) {
            escapes.add("type into the judge's terminal");
        }
        return escapes;
    }
}
