package edgecraft.kit.canary;

import edgecraft.kit.Exercise;
import io.javalin.Javalin;
import java.util.ArrayList;
import java.util.List;

/**
 * An exercise that makes no server but tries to break out, by every way that is known to us. It has the place and the rights
 * of a learner's code, so what it can do, that could.
 */
public final class Canary implements Exercise<CanaryBrief> {

    /** Before each of its findings, in the message of what it throws in the end. */
    public static final String COULD = "could: ";

    /** After the last of them: it has tried everything. */
    public static final String DONE = "tried everything";

    @Override
    public Javalin create(CanaryBrief brief) {
        List<String> escapes = new ArrayList<>();
        if (brief.memory() > 0) {
            escapes.addAll(Consuming.memory(brief.memory()));
        } else {
            escapes.addAll(Looking.around(brief));
            escapes.addAll(Writing.outside(brief));
            escapes.addAll(Meddling.with(brief));
            escapes.addAll(Calling.out(brief));
            escapes.addAll(Consuming.disk(brief));
            escapes.addAll(Consuming.threads(brief.threads()));
        }
        StringBuilder song = new StringBuilder("\n");
        escapes.forEach(escape -> song.append(COULD).append(escape).append('\n'));
        throw new IllegalStateException(song.append(DONE).toString());
    }
}
