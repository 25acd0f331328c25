package edgecraft.access.checks.policy;

import static edgecraft.access.checks.policy.PolicyReader.require;
import static edgecraft.access.checks.policy.PolicyReader.said;
import static edgecraft.access.checks.policy.PolicyReader.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads whom a statement is about: {@code "*"}, or an object of kinds and names. */
final class PrincipalReader {

    private static final Pattern ACCOUNT = Pattern.compile("(\\d{12})|arn:aws:iam::(\\d{12}):root");
    private static final Pattern USER = Pattern.compile("arn:aws:(iam|sts)::\\d{12}:[^*?]+");

    private boolean everybody;
    private final List<String> services = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();
    private final List<String> users = new ArrayList<>();

    private PrincipalReader() {}

    static Principals principals(JsonNode node) throws NotUnderstoodException {
        PrincipalReader reader = new PrincipalReader();
        if (node.isTextual()) {
            require(node.asText().equals("*"), "a Principal is \"*\" or an object, and not " + said(node));
            reader.everybody = true;
        } else {
            require(node.isObject(), "a Principal is \"*\" or an object, and not " + said(node));
            require(!node.isEmpty(), "a Principal without anything in it is not understood");
            for (Map.Entry<String, JsonNode> kind : node.properties()) {
                reader.add(kind.getKey(), texts(kind.getKey(), kind.getValue()));
            }
        }
        return new Principals(reader.everybody, reader.services, reader.accounts, reader.users);
    }

    private void add(String kind, List<String> names) throws NotUnderstoodException {
        require(kind.equals("AWS") || kind.equals("Service"), "the kind of Principal " + kind + " is not understood");
        for (String name : names) {
            if (kind.equals("Service")) {
                require(!name.contains("*"), "a Service is one service, and not \"" + name + "\"");
                services.add(name);
            } else {
                addUsers(name);
            }
        }
    }

    private void addUsers(String name) throws NotUnderstoodException {
        Matcher account = ACCOUNT.matcher(name);
        if (name.equals("*")) {
            everybody = true;
        } else if (account.matches()) {
            accounts.add(account.group(1) == null ? account.group(2) : account.group(1));
        } else {
            require(USER.matcher(name).matches(), "the Principal \"" + name + "\" is not understood");
            users.add(name);
        }
    }
}
