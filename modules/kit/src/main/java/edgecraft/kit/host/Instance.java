package edgecraft.kit.host;

import edgecraft.kit.Exercise;
import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One running server of a learner, with a time of its own. */
final class Instance {

    private final Javalin server;
    private final ManualTime time;

    private Instance(Javalin server, ManualTime time) {
        this.server = server;
        this.time = time;
    }

    static Instance start(ClassLoader learners, String exercise, byte[] settings)
            throws ReflectiveOperationException, IOException {
        Thread.currentThread().setContextClassLoader(learners);
        ManualTime time = new ManualTime(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Object value = new Settings(new ByteArrayInputStream(settings), time).readObject();
        @SuppressWarnings("unchecked") // the judge sends the settings that the exercise is declared with
        Exercise<Object> made = Class.forName(exercise, true, learners)
                .asSubclass(Exercise.class)
                .getDeclaredConstructor()
                .newInstance();
        Javalin server = made.create(value);
        if (server == null) {
            throw new IllegalStateException(exercise + ".create returned null instead of a Javalin");
        }
        if (server.jettyServer().started()) {
            server.stop();
            throw new IllegalStateException(
                    exercise + ".create started its server; return it not started, the workshop starts it");
        }
        return new Instance(server.start("127.0.0.1", 0), time);
    }

    int port() {
        return server.port();
    }

    void advance(Duration step) {
        time.advance(step);
    }

    void stop() {
        server.stop();
    }

    /** Reads the judge's settings and puts this instance's time where they have a mark. */
    private static final class Settings extends ObjectInputStream {
        private final ManualTime time;

        private Settings(InputStream in, ManualTime time) throws IOException {
            super(in);
            this.time = time;
            enableResolveObject(true);
        }

        @Override
        protected Object resolveObject(Object read) {
            return read instanceof TimeMark ? time : read;
        }
    }
}
