package edgecraft.access.checks;

import edgecraft.fixtures.Answer;

/**
 * What viewers take a gate for: they ask it by a name.
 *
 * @param host what their {@code Host} says, with a port or without
 */
record Site(Gated gate, String host) {

    /** The URL that viewers have for a target. */
    String url(String target) {
        return "http://" + host + target;
    }

    /**
     * Asks.
     *
     * @param cookies the value of {@code Cookie}; empty for none
     */
    Answer ask(String target, String cookies) {
        String name = "Host: " + host;
        return cookies.isEmpty()
                ? gate.byHand("GET", target, name)
                : gate.byHand("GET", target, name, "Cookie: " + cookies);
    }
}
