package edgecraft.access.checks.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a statement.
 *
 * @param operator how to compare; null if it only says whether the key is known ({@code Null})
 * @param ifExists whether it holds where the key is not known
 * @param key what to compare
 * @param values with any of which
 */
record Condition(@Nullable Operator operator, boolean ifExists, String key, List<String> values) {

    private static final String IF_EXISTS = "IfExists";

    /** What callers here can have. */
    private static final Set<String> KEYS = keys(
            "aws:SourceArn",
            "aws:SourceAccount",
            "aws:SecureTransport",
            "aws:PrincipalAccount",
            "aws:PrincipalArn",
            "aws:PrincipalIsAWSService",
            "aws:PrincipalServiceName",
            "aws:PrincipalType");

    private static Set<String> keys(String... names) {
        Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        keys.addAll(List.of(names));
        return keys;
    }

    /** @throws NotUnderstoodException if the operator or the key is not known here */
    static Condition of(String name, String key, List<String> values) throws NotUnderstoodException {
        if (!KEYS.contains(key)) {
            throw new NotUnderstoodException("the condition key " + key + " is not understood");
        }
        if (name.equals("Null")) {
            return new Condition(null, false, key, values);
        }
        boolean ifExists = name.endsWith(IF_EXISTS);
        String plain = ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name;
        return new Condition(Operator.of(plain), ifExists, key, values);
    }

    /** @param context what is known, by keys that are compared without case */
    boolean holds(Map<String, String> context) {
        String known = context.get(key);
        if (operator == null) {
            return values.stream().anyMatch(value -> value.equalsIgnoreCase("true") == (known == null));
        }
        if (known == null) {
            return ifExists || operator.isNegated();
        }
        return values.stream().anyMatch(value -> operator.matches(value, known)) != operator.isNegated();
    }
}
