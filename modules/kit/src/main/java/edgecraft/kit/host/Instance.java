package edgecraft.kit.host;

import edgecraft.kit.DnsServer;
import edgecraft.kit.Exercise;
import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** One running server of a learner, with a time of its own. */
final class Instance {

    /** How many connections may wait to be taken: more than the largest crowd. Whoever finds no room tries again after 1 s. */
    private static final int ACCEPT_QUEUE = 1024;

    private final Javalin server;
    private final ManualTime time;
    private boolean isStopped;

    private Instance(Javalin server, ManualTime time) {
        this.server = server;
        this.time = time;
    }

    /** @param now the instant at which its time stands still until it is moved */
    static Instance start(ClassLoader learners, String exercise, byte[] settings, Instant now)
            throws ReflectiveOperationException, IOException {
        Thread.currentThread().setContextClassLoader(learners);
        ManualTime time = new ManualTime(now);
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
        makeRoomForCrowds(server.jettyServer().server());
        return new Instance(server.start("127.0.0.1", 0), time);
    }

    /** The connectors are not there before the server starts. */
    private static void makeRoomForCrowds(Server jetty) {
        jetty.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                jetty.getContainedBeans(ServerConnector.class)
                        .forEach(connector -> connector.setAcceptQueueSize(ACCEPT_QUEUE));
            }
        });
    }

    int port() {
        return server.port();
    }

    /** Where it answers DNS, if it does. */
    OptionalInt dnsPort() {
        return DnsServer.portOf(server);
    }

    void advance(Duration step) {
        time.advance(step);
    }

    /** Its server stops, once. Its time can still be moved: what the server has not ended goes on. */
    synchronized void stop() {
        if (!isStopped) {
            isStopped = true;
            server.stop();
        }
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
