package edgecraft.workshop.sample;

import edgecraft.kit.Exercise;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A learner's server that starts a program, which would outlive everybody, and says which. */
public final class Forks implements Exercise<String> {

    @Override
    public Javalin create(String file) {
        try {
            Process program = new ProcessBuilder("sleep", "86417").start();
            Path fresh = Path.of(file + ".new");
            Files.writeString(fresh, ProcessHandle.current().pid() + " " + program.pid());
            Files.move(fresh, Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Javalin.create();
    }
}
