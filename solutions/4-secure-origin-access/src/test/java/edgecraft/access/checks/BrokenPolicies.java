package edgecraft.access.checks;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What somebody signed who got the policy wrong: each would let everybody in if one didn't look closely. */
final class BrokenPolicies {

    private static final int SHOWN = 160;

    /**
     * One of them.
     *
     * @param what what is wrong about it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Broken(String what, byte[] text) {

        /** As a learner reads it. */
        String inWords() {
            String read = new String(text, StandardCharsets.UTF_8).replaceAll("[^ -~]", ".");
            return what + ": " + (read.length() <= SHOWN ? read : read.substring(0, SHOWN) + "…");
        }
    }

    private final List<Broken> all = new ArrayList<>();
    private final String until;
    private final String statement;
    private final String policy;

    private BrokenPolicies(Instant until) {
        this.until = CustomText.until(until);
        this.policy = CustomText.of("*", this.until);
        this.statement = "{\"Resource\":\"*\",\"Condition\":{" + this.until + "}}";
    }

    /** Policies that are wrong in form; what is right in them is good for all URLs until a time. */
    static List<Broken> all(Instant until) {
        BrokenPolicies broken = new BrokenPolicies(until);
        broken.texts();
        broken.encodings();
        broken.statements();
        broken.resources();
        broken.conditions();
        broken.dates();
        broken.unknown();
        broken.doubled();
        return broken.all;
    }

    private void texts() {
        add("it is empty", "");
        add("it is not JSON", "until tomorrow");
        for (String other : List.of("{}", "[]", "null", "true", "7", "\"*\"", "[" + policy + "]")) {
            add("it is no object with Statement", other);
        }
        add("it breaks off", policy.substring(0, policy.length() - 1));
        add("something is behind it", policy + "x");
        add("something is behind it", policy + "}");
        add("something is behind it", policy + ",");
        add("there are two policies", policy + policy);
        add("there are two policies", policy + "\n" + policy);
        add("JSON knows no comments", policy.replace("[", "[/* all */"));
        add("JSON knows no comma at the end", policy.replace("}]", "},]"));
        add("JSON knows no quotes like these", policy.replace('"', '\''));
        add("names have quotes in JSON", policy.replace("\"Statement\"", "Statement"));
    }

    private void encodings() {
        add("there is a byte order mark", "\ufeff" + policy);
        all.add(new Broken("it is UTF-16", policy.getBytes(StandardCharsets.UTF_16LE)));
        all.add(new Broken("it is UTF-16 with a byte order mark", policy.getBytes(StandardCharsets.UTF_16)));
        for (String bytes : List.of("\u00ff", "\u00c3", "\u00c0\u00aa", "\u00ed\u00a0\u0080")) {
            String broken = policy.replace("\"*\"", "\"http://*" + bytes + "\"");
            all.add(new Broken("it is not UTF-8", broken.getBytes(StandardCharsets.ISO_8859_1)));
            String name = policy.replace("\"*\"", "\"*\",\"" + bytes + "\":1");
            all.add(new Broken("it is not UTF-8", name.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    private void statements() {
        String one = "[" + statement + "]";
        for (String other : List.of(
                "[]", "null", statement, "\"*\"", "7", "[null]", "[" + one + "]", "{\"0\":" + statement + "}")) {
            add("Statement is no array of one object", policy.replace(one, other));
        }
        add("there are two statements", policy.replace(one, "[" + statement + "," + statement + "]"));
        add("there are two statements", policy.replace(one, "[" + statement + ",{}]"));
        add("there are two statements", policy.replace(one, "[" + statement + ",null]"));
    }

    private void resources() {
        for (String other : List.of("null", "7", "true", "[\"*\"]", "{}", "[]", "{\"*\":\"*\"}")) {
            add("Resource is no text", policy.replace("\"*\"", other));
        }
    }

    private void conditions() {
        String condition = "{" + until + "}";
        for (String other : List.of("null", "{}", "[]", "7", "\"*\"", "[" + condition + "]")) {
            add("Condition is no object with DateLessThan", policy.replace(condition, other));
        }
        add("there is no Condition", "{\"Statement\":[{\"Resource\":\"*\"}]}");
        String since = "\"DateGreaterThan\":" + CustomText.seconds("1");
        add("there is no DateLessThan", policy.replace(until, since));
        add("there is no DateLessThan", policy.replace(until, CustomText.address("0.0.0.0/0")));
        for (String other : List.of(
                "null",
                "{}",
                "[]",
                "\"0.0.0.0/0\"",
                "{\"AWS:SourceIp\":null}",
                "{\"AWS:SourceIp\":[\"0.0.0.0/0\"]}",
                "{\"AWS:SourceIp\":0}",
                "{\"aws:SourceIp\":\"0.0.0.0/0\"}",
                "{\"AWS:SourceIp\":\"0.0.0.0/0\",\"AWS:Referer\":\"*\"}")) {
            add("IpAddress is no object with AWS:SourceIp alone", with("\"IpAddress\":" + other));
        }
    }

    private void dates() {
        String date = until.substring(until.indexOf('{'));
        String number = date.replaceAll("\\D", "");
        for (String other : List.of(
                "null",
                "{}",
                "[]",
                number,
                "[" + date + "]",
                date.replace("AWS:", "aws:"),
                date.replace("EpochTime", "CurrentTime"),
                date.replace("}", ",\"AWS:CurrentTime\":1}"))) {
            add("DateLessThan is no object with AWS:EpochTime alone", policy.replace(date, other));
        }
        for (String other : List.of("null", "{}", "[]", "1", "[{\"AWS:EpochTime\":1}]", "{\"EpochTime\":1}")) {
            add("DateGreaterThan is no object with AWS:EpochTime alone", with("\"DateGreaterThan\":" + other));
        }
    }

    private void unknown() {
        for (String member : List.of("\"Version\":\"2012-10-17\"", "\"Id\":\"x\"", "\"\":1", "\"statement\":[]")) {
            add("nobody knows this member beside Statement", policy.replaceFirst("\\{", "{" + member + ","));
        }
        for (String member : List.of(
                "\"Sid\":\"x\"",
                "\"Effect\":\"Allow\"",
                "\"Effect\":\"Deny\"",
                "\"NotResource\":\"*\"",
                "\"Action\":\"*\"",
                "\"Principal\":\"*\"",
                "\"resource\":\"*\"",
                "\"condition\":{}",
                "\"x\":null")) {
            add(
                    "nobody knows this member beside Resource",
                    policy.replace("{\"Resource\"", "{" + member + ",\"Resource\""));
        }
        for (String condition : List.of(
                "\"NotIpAddress\":{\"AWS:SourceIp\":\"127.0.0.0/8\"}",
                "\"StringEquals\":{\"AWS:Referer\":\"x\"}",
                "\"DateLessThanEquals\":{\"AWS:EpochTime\":1}",
                "\"datelessthan\":{\"AWS:EpochTime\":1}",
                "\"Bool\":{}",
                "\"\":null")) {
            add("nobody knows this condition", with(condition));
        }
        add("Resource has another name", policy.replace("Resource", "resource"));
        add("Statement has another name", policy.replace("Statement", "statement"));
    }

    private void doubled() {
        String date = until.substring(until.indexOf('{'));
        add("Statement is there twice", policy.replaceFirst("\\{", "{\"Statement\":[" + statement + "],"));
        add("Resource is there twice", policy.replace("{\"Resource\"", "{\"Resource\":\"*\",\"Resource\""));
        add(
                "Resource is there twice",
                policy.replace("{\"Resource\"", "{\"Resource\":\"http://a.test/*\",\"Resource\""));
        add("Condition is there twice", policy.replace("\"Condition\"", "\"Condition\":{" + until + "},\"Condition\""));
        add("DateLessThan is there twice", with(until));
        add("DateLessThan is there twice", with("\"Date\\u004cessThan\":" + date));
        add("AWS:EpochTime is there twice", policy.replace(date, date.replace("{", date.replace("}", ","))));
        String address = CustomText.address("127.0.0.0/8");
        add("IpAddress is there twice", with(address + "," + address));
    }

    /** The policy with one more condition. */
    private String with(String condition) {
        return policy.replace("\"Condition\":{", "\"Condition\":{" + condition + ",");
    }

    private void add(String what, String text) {
        all.add(new Broken(what, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What stands for a number of seconds and is none, although one could take it for a time that is to come. */
    static List<String> noTimesToCome(Instant time) {
        long seconds = time.getEpochSecond();
        return Stream.concat(
                        noNumbers(seconds).stream(),
                        Stream.of("2147483648", Long.toString(seconds * 1000), "-1", "-" + seconds))
                .toList();
    }

    /** The same for a time that is over. */
    static List<String> noTimesOver() {
        return Stream.concat(noNumbers(1).stream(), Stream.of("-1", "-2147483648", "-2147483649"))
                .toList();
    }

    private static List<String> noNumbers(long seconds) {
        return List.of(
                "\"" + seconds + "\"",
                seconds + ".5",
                seconds + ".0",
                "0" + seconds,
                "+" + seconds,
                "[" + seconds + "]",
                "{\"\":" + seconds + "}",
                "null",
                "true",
                "\"\"",
                "0x" + Long.toHexString(seconds),
                "NaN",
                "Infinity",
                "-Infinity",
                "",
                Long.toString(seconds + (1L << 32)),
                BigInteger.ONE
                        .shiftLeft(Long.SIZE)
                        .add(BigInteger.valueOf(seconds))
                        .toString(),
                seconds + "000000000000000000000");
    }
}
