package edgecraft.access;

import edgecraft.kit.GateSettings;
import edgecraft.kit.IpAddress;
import edgecraft.kit.Todo;
import java.time.Instant;
import java.util.List;

/** Steps 4.4 to 4.6 and 4.8: decides who is let in. Immutable. */
final class Admission {

    Admission(GateSettings settings) {}

    /**
     * Lets pass who may ask.
     *
     * @param target what is asked for, as sent
     * @param cookies the values of all {@code Cookie} fields
     * @param viewer whom the connection comes from
     * @throws Refusal if the viewer may not ask
     * @throws IllegalArgumentException if the path has a percent sign without two hex digits
     */
    void check(Target target, List<String> cookies, IpAddress viewer, Instant now) throws Refusal {
        throw new Todo("4.4", "decide who is let in");
    }
}
