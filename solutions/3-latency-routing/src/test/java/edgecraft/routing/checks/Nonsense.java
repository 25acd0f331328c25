package edgecraft.routing.checks;

import edgecraft.kit.Network;
import java.util.ArrayList;
import java.util.List;

/** Reports that no router takes. */
final class Nonsense {

    private static final int SHOWN = 150;
    private static final String NETWORK = "\"network\": \"NETWORK\"";
    private static final String EDGE = "\"edge\": \"lhr\"";
    private static final String MILLIS = "\"millis\": 23.5";
    private static final String GOOD = "{" + NETWORK + ", " + EDGE + ", " + MILLIS + "}";

    /**
     * One of them.
     *
     * @param what what is wrong about it
     */
    record Body(String what, String json) {

        /** As a learner reads it. */
        String inWords() {
            return json.isEmpty()
                    ? what
                    : what + ": " + (json.length() <= SHOWN ? json : json.substring(0, SHOWN) + "…");
        }
    }

    private final List<Body> bodies = new ArrayList<>();
    private final Network network;

    private Nonsense(Network network) {
        this.network = network;
    }

    /**
     * Bodies that are no batch.
     *
     * @param network one that the router knows, of 256 addresses
     */
    static List<Body> about(Network network) {
        Nonsense nonsense = new Nonsense(network);
        nonsense.noBatches();
        nonsense.noEntries();
        nonsense.networks();
        nonsense.edges();
        nonsense.figures();
        return nonsense.bodies;
    }

    private void noBatches() {
        add("the body is empty", "");
        add("it is not JSON", "lhr took 23.5 ms");
        add("it is a list, not an object with one", "[" + GOOD + "]");
        add("it is a number", "23.5");
        add("it is null", "null");
        add("there is no member measurements", "{}");
        add("measurements is no list", "{\"measurements\": " + GOOD + "}");
        add("measurements is null", "{\"measurements\": null}");
        add("measurements is a text", "{\"measurements\": \"lhr\"}");
        add("it breaks off", "{\"measurements\": [" + GOOD);
        add("it goes on behind its end", "{\"measurements\": [" + GOOD + "]} and more");
        add("there are two objects", "{\"measurements\": [" + GOOD + "]} {\"measurements\": []}");
        add("it is a list of lists of lists", "[".repeat(20_000));
    }

    private void noEntries() {
        for (String entry : List.of("null", "23.5", "\"lhr\"", "[]", "{}", "[" + GOOD + "]")) {
            entry("an entry is no object with the three members", entry);
        }
        entry("the network is missing", "{" + EDGE + ", " + MILLIS + "}");
        entry("the edge is missing", "{" + NETWORK + ", " + MILLIS + "}");
        entry("millis is missing", "{" + NETWORK + ", " + EDGE + "}");
    }

    private void networks() {
        String first = network.prefix().first().toString();
        for (String other : List.of("null", "10", "[\"" + network.prefix() + "\"]")) {
            entry("the network is no text", GOOD.replace("\"NETWORK\"", other));
        }
        for (String other : List.of("", "Madrid", first, first + "/", first + "/33", first + "/-1", first + "/24/24")) {
            entry("the network is no prefix", GOOD.replace("NETWORK", other));
        }
        entry("the network has bits behind its 24", GOOD.replace("NETWORK", first.replaceFirst("0$", "7") + "/24"));
        for (String other : List.of(first + "/25", "192.0.2.0/24", "2001:db8::/24")) {
            entry("the network is not in the settings", GOOD.replace("NETWORK", other));
        }
    }

    private void edges() {
        for (String other : List.of("null", "1", "[\"lhr\"]", "true")) {
            entry("the edge is no text", GOOD.replace("\"lhr\"", other));
        }
        for (String other : List.of("", "xyz", "LHR", "lhr ")) {
            entry("the edge is not in the settings", GOOD.replace("lhr", other));
        }
    }

    private void figures() {
        for (String other : List.of("\"23.5\"", "null", "true", "[23.5]", "{}")) {
            entry("millis is no number", GOOD.replace("23.5", other));
        }
        for (String other : List.of("NaN", "Infinity", "-Infinity", "+23.5", "0x17", "23.5ms", "")) {
            entry("millis is nothing that JSON knows", GOOD.replace("23.5", other));
        }
        for (String other : List.of("0", "0.0", "-0.0", "-23.5", "-1e999")) {
            entry("millis is not more than 0", GOOD.replace("23.5", other));
        }
        for (String other : List.of("60000.1", "60001", "1e9", "1e999", "9".repeat(400))) {
            entry("millis is more than 60,000", GOOD.replace("23.5", other));
        }
    }

    private void entry(String what, String entry) {
        add(what, "{\"measurements\": [" + entry + "]}");
    }

    private void add(String what, String body) {
        bodies.add(new Body(what, body.replace("NETWORK", network.prefix().toString())));
    }
}
