package edgecraft.access.checks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Policies that some would let in by, with half sentences that go on after "because". */
final class MalformedPolicies {

    private final String url;
    private final String later;
    private final Map<String, String> policies = new LinkedHashMap<>();

    private MalformedPolicies(String url, Instant later) {
        this.url = url;
        this.later = Long.toString(later.getEpochSecond());
    }

    /**
     * By their text.
     *
     * @param url what is asked for
     * @param later some time in the future
     */
    static Map<String, String> of(String url, Instant later) {
        MalformedPolicies policies = new MalformedPolicies(url, later);
        policies.shapes();
        policies.times();
        policies.conditions();
        policies.texts();
        return policies.policies;
    }

    private void shapes() {
        String good = statement(url, before(later));
        for (String odd : List.of("", "null", "true", "1", "\"x\"", "[]", "{}", "[" + good + "]", good)) {
            put("this is no policy", odd);
        }
        for (String odd : List.of("null", "[]", "{}", "\"x\"", "[null]", "[[" + good + "]]", good, "[[]]", "[1]")) {
            put("Statement is a list of one statement", "{\"Statement\":" + odd + "}");
        }
        put("there is one statement in a policy", "{\"Statement\":[" + good + "," + good + "]}");
        put(
                "there is one statement in a policy",
                "{\"Statement\":[" + good + "," + statement("http://x.example/", before(later)) + "]}");
        put("nobody knows what this member means", "{\"Version\":\"2012-10-17\",\"Statement\":[" + good + "]}");
        put("nobody knows what this member means", policy(good.replaceFirst("\\{", "{\"Effect\":\"Deny\",")));
        put("nobody knows what this member means", policy(good.replaceFirst("\\{", "{\"NotResource\":\"*\",")));
        for (String odd : List.of("null", "1", "true", "[]", "{}", "[\"" + url + "\"]")) {
            put("Resource is a string", policy(good.replace("\"" + url + "\"", odd)));
        }
        put("the names have their case", policy(good).replace("Statement", "statement"));
        put("the names have their case", policy(good).replace("Condition", "condition"));
        put("the policy is about another URL", policy(statement(url + "/x", before(later))));
    }

    private void times() {
        for (String odd : List.of(
                "\"" + later + "\"",
                "true",
                "null",
                "[]",
                "[" + later + "]",
                "{}",
                "-1",
                "-" + later,
                "0",
                "1",
                "2147483648",
                later + "000",
                "1" + "0".repeat(30),
                "1" + "0".repeat(400),
                "1e99",
                "1e400",
                "-1e400")) {
            put("a policy takes a time to come, in whole seconds", policy(statement(url, before(odd))));
        }
        put("DateLessThan is missing", policy(statement(url, "")));
        put("DateLessThan is missing", policy(statement(url, "\"DateGreaterThan\":{\"AWS:EpochTime\":1}")));
        put("Condition is missing", policy("{\"Resource\":\"" + url + "\"}"));
        for (String odd : List.of(
                later,
                "null",
                "[]",
                "{}",
                "\"" + later + "\"",
                "{\"AWS:epochTime\":" + later + "}",
                "{\"AWS:EpochTime\":" + later + ",\"AWS:SourceIp\":\"0.0.0.0/0\"}")) {
            put("DateLessThan has AWS:EpochTime and nothing else", policy(statement(url, "\"DateLessThan\":" + odd)));
        }
    }

    private void conditions() {
        String good = before(later);
        for (String odd : List.of("null", "[]", "\"x\"", "1", "[{" + good + "}]")) {
            put("Condition is an object", policy("{\"Resource\":\"" + url + "\",\"Condition\":" + odd + "}"));
        }
        for (String odd : List.of(
                "null",
                "1",
                "\"0.0.0.0/0\"",
                "{}",
                "{\"AWS:SourceIp\":null}",
                "{\"AWS:SourceIp\":[\"0.0.0.0/0\"]}",
                ip(""),
                ip("x"),
                ip("0.0.0.0/33"),
                ip("0.0.0.0/-1"),
                ip("0.0.0.0/"),
                ip("127.0.0.1/999999999999"),
                ip("127.0.0.256/8"),
                ip("::/129"),
                ip("localhost"),
                ip("203.0.113.0/24"))) {
            put(
                    "IpAddress takes the range of the viewer's address",
                    policy(statement(url, good + ",\"IpAddress\":" + odd)));
        }
        for (String odd : List.of(
                "null",
                "1",
                "{}",
                "{\"AWS:EpochTime\":\"1\"}",
                "{\"AWS:EpochTime\":-1}",
                "{\"AWS:EpochTime\":" + later + "}")) {
            put(
                    "DateGreaterThan takes a time that is over",
                    policy(statement(url, good + ",\"DateGreaterThan\":" + odd)));
        }
        put("nobody knows this condition", policy(statement(url, good + ",\"StringEquals\":{\"aws:username\":\"x\"}")));
    }

    private void texts() {
        String good = policy(statement(url, before(later)));
        for (String member :
                List.of("\"Statement\"", "\"Resource\"", "\"Condition\"", "\"DateLessThan\"", "\"AWS:EpochTime\"")) {
            put(member + " comes twice", good.replace(member + ":", member + ":1," + member + ":"));
        }
        for (String end : List.of("x", "}", "{}", ",", "null", good, "\u0000", "//", "/**/")) {
            put("something comes after the policy", good + end);
        }
        for (String begin : List.of("\uFEFF", "\u0000", ")]}'", "//\n", ",")) {
            put("something comes before the policy", begin + good);
        }
        put("this is no JSON", good.replace('"', '\''));
        put("this is no JSON", good.replace("}]}", "},]}"));
        put("this is no JSON", good.replace("}}}", "},}}"));
        for (int end = 1; end < good.length(); end += 12) {
            put("the policy breaks off", good.substring(0, end));
        }
    }

    private void put(String why, String policy) {
        policies.put(policy, why);
    }

    private static String policy(String statement) {
        return "{\"Statement\":[" + statement + "]}";
    }

    private static String statement(String resource, String condition) {
        return "{\"Resource\":\"" + resource + "\",\"Condition\":{" + condition + "}}";
    }

    private static String before(String time) {
        return "\"DateLessThan\":{\"AWS:EpochTime\":" + time + "}";
    }

    private static String ip(String range) {
        return "{\"AWS:SourceIp\":\"" + range + "\"}";
    }
}
