package edgecraft.origin;

import edgecraft.kit.Exercise;
import edgecraft.kit.OriginSettings;
import edgecraft.kit.Servers;
import io.javalin.Javalin;
import java.io.PrintWriter;

/** Refuses with something that nobody can look at. */
public final class Origin implements Exercise<OriginSettings> {

    @Override
    public Javalin create(OriginSettings settings) {
        throw new Bites();
    }

    /** Does something else whenever it is asked what it is. */
    private static final class Bites extends RuntimeException {

        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw this;
        }

        @Override
        public synchronized Throwable getCause() {
            return new Bites();
        }

        @Override
        public void printStackTrace(PrintWriter out) {
            throw this;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return null;
        }
    }
}
