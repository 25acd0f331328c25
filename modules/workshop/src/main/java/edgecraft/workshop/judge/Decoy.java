package edgecraft.workshop.judge;

import java.io.IOException;

/** A process to aim at. It waits for its input, and so ends with the judge at the latest. */
record Decoy(Process process) implements AutoCloseable {

    static Decoy start() throws IOException {
        return new Decoy(new ProcessBuilder("cat").start());
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
