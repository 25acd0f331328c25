package edgecraft.workshop.judge;

import edgecraft.workshop.sample.SampleSubjects;
import edgecraft.workshop.sandbox.Bubblewrap;
import edgecraft.workshop.subject.Subject;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A judge whose subject is up, in a sandbox, until somebody ends it. */
final class SandboxedRun {

    private SandboxedRun() {}

    /** @param arguments an empty directory */
    public static void main(String[] arguments) throws InterruptedException {
        try (Subject subject =
                Subject.launch(SampleSubjects.in(SampleSubjects.in(Path.of(arguments[0])), Bubblewrap.here()))) {
            System.out.println("up: " + subject.isAlive());
            new CountDownLatch(1).await();
        }
    }
}
