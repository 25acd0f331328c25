package edgecraft.workshop.sample;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.subject.Runs;
import edgecraft.workshop.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** A tool that is in the middle of a run, and waits to be killed. */
public final class LeavesMuch {

    private LeavesMuch() {}

    /** @param arguments the clone, and a file to write the subject's process number to when all is there */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path run = Runs.begin(Workspace.of(Path.of(arguments[0])));
        Files.writeString(run.resolve("staged"), "a file");
        Subject subject = Subject.launch(SampleSubjects.in(run));
        subject.create("9.1/forks", Forks.class.getName(), arguments[1], Instant.EPOCH, Duration.ofMinutes(1));
        new CountDownLatch(1).await();
    }
}
