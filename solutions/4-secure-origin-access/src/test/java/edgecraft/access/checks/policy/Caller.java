package edgecraft.access.checks.policy;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who asks S3 for something, and what S3 knows of the request.
 *
 * @param inWords who that is, for a learner
 * @param service the name of the service that asks, for example {@code cloudfront.amazonaws.com}; null if it is none
 * @param arn the name of the user that asks; null if it is none
 * @param context condition keys and their values; keys are compared without case
 */
public record Caller(
        String inWords, @Nullable String service, @Nullable String arn, Map<String, String> context) {

    public Caller {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(context);
        context = copy;
    }

    /** Somebody who doesn't say who they are. */
    public static Caller anonymous() {
        return new Caller("anybody", null, null, Map.of("aws:SecureTransport", "true"))
                .with("aws:PrincipalIsAWSService", "false")
                .with("aws:PrincipalType", "Anonymous");
    }

    /**
     * A user of an account, whom the account itself allows everything.
     *
     * @param account twelve digits
     */
    public static Caller user(String account, String name) {
        String arn = "arn:aws:iam::" + account + ":user/" + name;
        return new Caller("the user " + arn, null, arn, Map.of("aws:SecureTransport", "true"))
                .with("aws:PrincipalIsAWSService", "false")
                .with("aws:PrincipalType", "User")
                .with("aws:PrincipalAccount", account)
                .with("aws:PrincipalArn", arn);
    }

    /** A service of AWS, which doesn't say for whom it asks. */
    public static Caller service(String name) {
        return new Caller(name, name, null, Map.of("aws:SecureTransport", "true"))
                .with("aws:PrincipalIsAWSService", "true")
                .with("aws:PrincipalServiceName", name);
    }

    /** The same service, asking for a resource. */
    public Caller on(String arn) {
        return called(inWords + " for " + arn).with("aws:SourceArn", arn);
    }

    /** The same caller, with one more thing that S3 knows of the request. */
    public Caller with(String key, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(context);
        more.put(key, value);
        return new Caller(inWords, service, arn, more);
    }

    /** The same caller, in other words. */
    public Caller called(String words) {
        return new Caller(words, service, arn, context);
    }
}
