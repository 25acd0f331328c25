package edgecraft.access.checks.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyEvaluatorTest {

    private static final String ARN = "arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE";
    private static final String OBJECT = "arn:aws:s3:::films/a/b.mp4";
    private static final String READ = "s3:GetObject";
    private static final Caller SERVICE = Caller.service("cloudfront.amazonaws.com");
    private static final Caller OURS = SERVICE.on(ARN).with("aws:SourceAccount", "111122223333");
    private static final String ALLOW = """
            {"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject",
             "Resource": "arn:aws:s3:::films/*", "Condition": {"StringEquals": {"AWS:SourceArn": "%s"}}}""".formatted(ARN);
    private static final String EVERYBODY =
            "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"*\"}";

    @Test
    void what_no_statement_allows_is_refused() throws NotUnderstoodException {
        PolicyEvaluator policy = policy(ALLOW);
        assertThat(policy.allows(OURS, READ, OBJECT)).isTrue();
        assertThat(policy.allows(OURS, "s3:getobject", OBJECT)).isTrue();
        assertThat(policy.allows(OURS, "s3:PutObject", OBJECT)).isFalse();
        assertThat(policy.allows(OURS, READ, "arn:aws:s3:::films2/a")).isFalse();
        assertThat(policy.allows(SERVICE, READ, OBJECT)).isFalse();
        assertThat(policy.allows(SERVICE.on(ARN + "X"), READ, OBJECT)).isFalse();
        assertThat(policy.allows(Caller.anonymous().on(ARN), READ, OBJECT)).isFalse();
        assertThat(policy.allows(Caller.service("s3.amazonaws.com").on(ARN), READ, OBJECT))
                .isFalse();
    }

    @Test
    void one_that_denies_counts_more_than_all_that_allow() throws NotUnderstoodException {
        String deny = EVERYBODY.replace("Allow", "Deny").replace("s3:*", "s3:Put*");
        PolicyEvaluator policy = policy(EVERYBODY + ", " + deny + ", " + EVERYBODY);
        assertThat(policy.allows(Caller.anonymous(), READ, OBJECT)).isTrue();
        assertThat(policy.allows(Caller.anonymous(), "s3:PutObject", OBJECT)).isFalse();
    }

    @Test
    void one_value_stands_for_a_list_of_one() throws NotUnderstoodException {
        String lists = ALLOW.replaceAll("(\"[^\"]*\")([,}])", "[\"none\", $1]$2")
                .replace("[\"none\", \"Allow\"]", "\"Allow\"")
                .replace("\"Resource\": [\"none\", ", "\"Resource\": [\"arn:aws:s3:::other\", ");
        assertThat(policy(lists).allows(OURS, READ, OBJECT)).isTrue();
        assertThat(policy(lists).allows(SERVICE, READ, OBJECT)).isFalse();
        assertThat(PolicyEvaluator.of("{\"Version\": \"2012-10-17\", \"Id\": \"x\", \"Statement\": " + ALLOW + "}")
                        .allows(OURS, READ, OBJECT))
                .isTrue();
    }

    @Test
    void users_are_named_by_account_or_one_by_one() throws NotUnderstoodException {
        Caller user = Caller.user("111122223333", "jo");
        for (String name :
                new String[] {"*", "111122223333", "arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:user/jo"
                }) {
            PolicyEvaluator policy =
                    policy(EVERYBODY.replace("\"*\", \"Action", "{\"AWS\": \"" + name + "\"}, \"Action"));
            assertThat(policy.allows(user, READ, OBJECT)).as(name).isTrue();
            assertThat(policy.allows(Caller.user("999988887777", "jo"), READ, OBJECT))
                    .as(name)
                    .isEqualTo(name.equals("*"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"StringEquals\": {\"aws:sourceARN\": \"ARN\"}}', true, false, false",
        "'{\"StringEquals\": {\"aws:SourceArn\": \"arn:aws:cloudfront::*\"}}', false, false, false",
        "'{\"StringLike\": {\"aws:SourceArn\": \"arn:aws:cloudfront::*\"}}', true, true, false",
        "'{\"StringLike\": {\"aws:SourceArn\": [\"x\", \"ARN\"]}}', true, false, false",
        "'{\"ArnLike\": {\"aws:SourceArn\": \"arn:aws:cloudfront::*:distribution/*\"}}', true, true, false",
        "'{\"ArnEquals\": {\"aws:SourceArn\": \"arn:aws:*/EDFDVBD6EXAMPLE\"}}', false, false, false",
        "'{\"ArnEquals\": {\"aws:SourceArn\": \"ARN\"}}', true, false, false",
        "'{\"StringEqualsIfExists\": {\"aws:SourceArn\": \"ARN\"}}', true, false, true",
        "'{\"StringEqualsIgnoreCase\": {\"aws:SourceArn\": \"arn:aws:cloudfront::111122223333:DISTRIBUTION/edfdvbd6example\"}}', true, false, false",
        "'{\"StringNotEquals\": {\"aws:SourceArn\": \"ARN\"}}', false, true, true",
        "'{\"Null\": {\"aws:SourceArn\": \"true\"}}', false, false, true",
        "'{\"Null\": {\"aws:SourceArn\": false}}', true, true, false",
        "'{\"Bool\": {\"aws:SecureTransport\": \"true\"}}', true, true, true",
        "'{\"Bool\": {\"aws:SecureTransport\": false}}', false, false, false",
        "'{\"StringEquals\": {\"aws:SourceArn\": \"ARN\", \"aws:SourceAccount\": \"1\"}}', false, false, false",
        "'{\"StringEquals\": {\"aws:SourceArn\": \"ARN\"}, \"StringLike\": {\"aws:SourceAccount\": \"1111*\"}}', true, false, false",
    })
    void all_conditions_have_to_hold(String condition, boolean ours, boolean others, boolean unnamed)
            throws NotUnderstoodException {
        PolicyEvaluator policy = policy(
                EVERYBODY.replace("}", ", \"Condition\": " + condition.replace("\"ARN\"", "\"" + ARN + "\"") + "}"));
        Caller other = SERVICE.on(ARN.replace("1111", "9999")).with("aws:SourceAccount", "999922223333");
        assertThat(policy.allows(OURS, READ, OBJECT)).isEqualTo(ours);
        assertThat(policy.allows(other, READ, OBJECT)).isEqualTo(others);
        assertThat(policy.allows(SERVICE, READ, OBJECT)).isEqualTo(unnamed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NotAction",
                "NotPrincipal",
                "NotResource",
                "effect",
                "action",
                "IpAddress",
                "aws:Sourcearns",
                "CanonicalUser"
            })
    void what_is_not_understood_is_named(String name) {
        String statement = ALLOW.replace(
                switch (name) {
                    case "IpAddress" -> "StringEquals";
                    case "aws:Sourcearns" -> "AWS:SourceArn";
                    case "CanonicalUser" -> "Service";
                    case "effect" -> "Effect";
                    case "action" -> "Action";
                    default -> name.substring(3);
                },
                name);
        assertThatThrownBy(() -> policy(statement))
                .isInstanceOf(NotUnderstoodException.class)
                .hasMessageContaining(name);
    }

    @Test
    void what_is_no_policy_is_told() {
        for (String json : new String[] {
            "",
            "[]",
            "policy",
            "{}",
            "{\"Version\": \"2008-10-17\", \"Statement\": [" + ALLOW + "]}",
            "{\"Version\": \"2012-10-17\"}",
            "{\"Version\": \"2012-10-17\", \"Statement\": []}"
        }) {
            assertThatThrownBy(() -> PolicyEvaluator.of(json)).isInstanceOf(NotUnderstoodException.class);
        }
    }

    private static PolicyEvaluator policy(String statements) throws NotUnderstoodException {
        return PolicyEvaluator.of("{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}");
    }
}
