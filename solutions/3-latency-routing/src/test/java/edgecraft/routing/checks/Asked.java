package edgecraft.routing.checks;

import edgecraft.fixtures.Answer;
import edgecraft.kit.EdgeSite;
import edgecraft.kit.Network;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whom a viewer is asked to measure.
 *
 * @param chosen the id of the edge that it is sent to
 * @param others ids, as the answer names them; empty if it has no field for it
 */
record Asked(String chosen, List<String> others) {

    /** In so many requests of a network, every edge that could be better has its turn. */
    static final int TURNS = 60;

    private static final String FIELD = "Measure";

    /** What a viewer in a network is told. */
    static Asked by(Network network, Cdn cdn) {
        return in(cdn.ask(cdn.viewerIn(network.prefix())), cdn);
    }

    /** The edges that viewers in a network are asked to measure in all their turns; after each, something else happens. */
    static Set<String> inTurns(Network network, Cdn cdn, Runnable between) {
        Set<String> edges = new TreeSet<>();
        for (int i = 0; i < TURNS; i++) {
            edges.addAll(by(network, cdn).others());
            between.run();
        }
        return edges;
    }

    /** What an answer says, whether it makes sense or not. */
    static Asked of(Answer answer, Cdn cdn) {
        return new Asked(cdn.edgeIn(answer), members(answer));
    }

    /** What an answer says, which asks for nothing that makes no sense. */
    static Asked in(Answer answer, Cdn cdn) {
        Asked asked = of(answer, cdn);
        List<String> ids = cdn.sites().stream().map(EdgeSite::id).toList();
        if (answer.fieldValues(FIELD).size() > 0 && asked.others.isEmpty()) {
            throw new AssertionError(
                    "expected no field Measure if there is nothing to ask, but the answer has an empty one");
        }
        asked.require(ids.containsAll(asked.others), "ids of edges of the settings: " + String.join(", ", ids));
        asked.require(
                !asked.others.contains(asked.chosen),
                "others than " + asked.chosen + ", where the viewer is sent and which it measures anyway");
        Set<String> different = new HashSet<>(asked.others);
        asked.require(different.size() == asked.others.size(), "each edge once");
        return asked;
    }

    private static List<String> members(Answer answer) {
        return answer.fieldValues(FIELD).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** There are no more of them. */
    void assertAtMost(int most) {
        require(others.size() <= most, "at most " + most + ", as the settings say");
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("expected Measure to name " + what + "; but it is " + String.join(", ", others));
        }
    }
}
