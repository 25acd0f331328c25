package edgecraft.access.checks.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads policies by the grammar of IAM: names have a case, and one value may stand for a list of one. */
final class PolicyReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String VERSION = "2012-10-17";
    private static final Set<String> OF_POLICIES = Set.of("Version", "Id", "Statement");
    private static final Set<String> OF_STATEMENTS =
            Set.of("Sid", "Effect", "Principal", "Action", "Resource", "Condition");

    private PolicyReader() {}

    static List<Statement> statements(String json) throws NotUnderstoodException {
        JsonNode policy = object("the policy", parsed(json), OF_POLICIES);
        require(
                policy.path("Version").asText().equals(VERSION),
                "its Version has to be \"" + VERSION + "\", and is " + said(policy.path("Version")));
        List<Statement> statements = new ArrayList<>();
        for (JsonNode statement : several("Statement", policy.path("Statement"))) {
            statements.add(statement(object("a statement", statement, OF_STATEMENTS)));
        }
        return statements;
    }

    private static JsonNode parsed(String json) throws NotUnderstoodException {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new NotUnderstoodException("it is not JSON: " + notJson.getOriginalMessage());
        }
    }

    private static Statement statement(JsonNode statement) throws NotUnderstoodException {
        String effect = statement.path("Effect").asText();
        require(
                Set.of("Allow", "Deny").contains(effect),
                "the Effect of a statement is Allow or Deny, and not " + said(statement.path("Effect")));
        List<String> resources = texts("Resource", statement.path("Resource"));
        for (String resource : resources) {
            require(
                    resource.equals("*") || resource.startsWith("arn:"),
                    "a Resource is an ARN, and not \"" + resource + "\"");
        }
        return new Statement(
                effect.equals("Allow"),
                PrincipalReader.principals(statement.path("Principal")),
                texts("Action", statement.path("Action")),
                resources,
                conditions(statement.path("Condition")));
    }

    private static List<Condition> conditions(JsonNode block) throws NotUnderstoodException {
        List<Condition> conditions = new ArrayList<>();
        if (block.isMissingNode()) {
            return conditions;
        }
        require(block.isObject(), "a Condition is an object, and not " + said(block));
        for (Map.Entry<String, JsonNode> operator : block.properties()) {
            require(
                    operator.getValue().isObject(),
                    "there is an object with keys and values behind " + operator.getKey() + ", and not "
                            + said(operator.getValue()));
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                conditions.add(Condition.of(operator.getKey(), key.getKey(), texts(key.getKey(), key.getValue())));
            }
        }
        return conditions;
    }

    private static JsonNode object(String what, JsonNode node, Set<String> known) throws NotUnderstoodException {
        require(node.isObject(), what + " is an object, and not " + said(node));
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            require(
                    known.contains(member.getKey()),
                    "the element " + member.getKey() + " of " + what + " is not understood");
        }
        return node;
    }

    /** One value, or a list of some. */
    static List<JsonNode> several(String name, JsonNode node) throws NotUnderstoodException {
        List<JsonNode> several = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(several::add);
        } else if (!node.isMissingNode()) {
            several.add(node);
        }
        require(!several.isEmpty(), "there is no " + name);
        return several;
    }

    /** One text, or a list of some; numbers and truths count as texts. */
    static List<String> texts(String name, JsonNode node) throws NotUnderstoodException {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : several(name, node)) {
            require(each.isValueNode() && !each.isNull(), name + " is a text, and not " + said(each));
            require(!each.asText().contains("${"), "variables as in " + said(each) + " are not understood");
            texts.add(each.asText());
        }
        return texts;
    }

    static String said(JsonNode node) {
        return node.isMissingNode() ? "missing" : node.toString();
    }

    static void require(boolean holds, String otherwise) throws NotUnderstoodException {
        if (!holds) {
            throw new NotUnderstoodException(otherwise);
        }
    }
}
