package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what is not its own. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        long judge = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
        try (RandomAccessFile memory = new RandomAccessFile("/proc/" + judge + "/mem", "r")) {
            String heap = Files.readAllLines(Path.of("/proc/" + judge + "/maps")).get(0);
            memory.seek(Long.parseLong(heap.substring(0, heap.indexOf('-')), 16));
            System.out.println("the judge's memory begins with " + memory.readInt());
        } catch (IOException | NumberFormatException refused) {
            System.out.println("refused");
        }
        throw new IllegalStateException("tried");
    }
}
