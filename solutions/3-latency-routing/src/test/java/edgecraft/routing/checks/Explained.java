package edgecraft.routing.checks;

import static edgecraft.fixtures.Expect.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import edgecraft.fixtures.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a router says of a decision: every member is there and of its type.
 *
 * @param network null if it says so
 */
record Explained(String viewer, @Nullable String network, String edge, List<Explained.Candidate> candidates) {

    /** What one way of computing differs from another, on the globe that the lesson has. */
    private static final double TOLERANCE = 0.0002;

    private static final double TINY = 0.001;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TYPE = Pattern.compile("(?i)application/json *(;.*)?");

    /**
     * What it says of one edge.
     *
     * @param kilometres empty if it says null
     * @param millis empty if it says null
     */
    record Candidate(String edge, boolean up, OptionalDouble kilometres, OptionalDouble millis, boolean measured) {

        private static Candidate of(JsonNode json) {
            return new Candidate(
                    member(json, "edge", "a text", JsonNode::isTextual).textValue(),
                    member(json, "up", "true or false", JsonNode::isBoolean).booleanValue(),
                    figure(json, "kilometres"),
                    figure(json, "millis"),
                    member(json, "measured", "true or false", JsonNode::isBoolean)
                            .booleanValue());
        }

        private static OptionalDouble figure(JsonNode json, String name) {
            JsonNode figure = member(json, name, "a number or null", node -> node.isNumber() || node.isNull());
            return figure.isNull() ? OptionalDouble.empty() : OptionalDouble.of(figure.doubleValue());
        }
    }

    /** Reads an answer. */
    static Explained of(Answer answer) {
        assertThat(answer)
                .because("a decision is explained to everybody who has the token")
                .hasStatus(200)
                .hasFieldMatching("Content-Type", TYPE, "application/json");
        JsonNode json = read(answer.text());
        List<Candidate> candidates = new ArrayList<>();
        member(json, "candidates", "a list", JsonNode::isArray).forEach(one -> candidates.add(Candidate.of(one)));
        return new Explained(
                member(json, "viewer", "a text", JsonNode::isTextual).textValue(),
                member(json, "network", "a text or null", node -> node.isTextual() || node.isNull())
                        .textValue(),
                member(json, "edge", "a text", JsonNode::isTextual).textValue(),
                List.copyOf(candidates));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("expected the decision to be JSON, but it is " + text, notJson);
        }
    }

    private static JsonNode member(JsonNode json, String name, String type, Predicate<JsonNode> isOfType) {
        JsonNode member = json.path(name);
        if (!isOfType.test(member)) {
            throw new AssertionError("expected the member \"" + name + "\" to be " + type + " in " + json + ", but "
                    + (member.isMissingNode() ? "there is none" : "it is " + member));
        }
        return member;
    }

    /** What it says of an edge. */
    Candidate candidate(String id) {
        List<Candidate> found =
                candidates.stream().filter(one -> one.edge().equals(id)).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected the decision to have each edge once in \"candidates\", but it has " + id
                    + " " + found.size() + " times");
        }
        return found.get(0);
    }

    /**
     * It says that the viewer is sent to this edge.
     *
     * @param why goes on after "because"
     */
    void assertEdge(String id, String why) {
        if (!edge.equals(id)) {
            throw new AssertionError("expected the decision for " + viewer + " to have \"edge\": \"" + id
                    + "\", because " + why + ", but it has \"" + edge + "\"");
        }
    }

    /** It says of an edge that it is so far away, in kilometres. */
    void assertDistance(String id, double kilometres) {
        assertFigure(id, "kilometres", kilometres, candidate(id).kilometres());
    }

    /** It says of an edge that so much is expected of it, in milliseconds, and whether that was measured. */
    void assertExpected(String id, double millis, boolean measured) {
        assertFigure(id, "millis", millis, candidate(id).millis());
        assertMeasured(id, measured);
    }

    /** It says of an edge that nothing is known. */
    void assertUnknown(String id) {
        Candidate candidate = candidate(id);
        if (candidate.kilometres().isPresent() || candidate.millis().isPresent()) {
            throw new AssertionError("expected \"kilometres\" and \"millis\" of " + id + " to be null for " + viewer
                    + ", because nobody knows where it is, but they are " + inWords(candidate.kilometres()) + " and "
                    + inWords(candidate.millis()));
        }
        assertMeasured(id, false);
    }

    private void assertMeasured(String id, boolean measured) {
        if (candidate(id).measured() != measured) {
            throw new AssertionError("expected \"measured\" of " + id + " to be " + measured + " for " + viewer
                    + ", but it is " + !measured);
        }
    }

    private void assertFigure(String id, String name, double expected, OptionalDouble said) {
        if (said.isEmpty() || Math.abs(said.getAsDouble() - expected) > TOLERANCE * expected + TINY) {
            throw new AssertionError(String.format(
                    Locale.ROOT,
                    "expected \"%s\" of %s to be %.4f for %s, but it is %s",
                    name,
                    id,
                    expected,
                    viewer,
                    inWords(said)));
        }
    }

    private static String inWords(OptionalDouble figure) {
        return figure.isEmpty() ? "null" : String.format(Locale.ROOT, "%.4f", figure.getAsDouble());
    }
}
