package edgecraft.access.checks.policy;

import java.util.Locale;

/** How a condition compares what S3 knows of a request with a value of the policy. */
enum Operator {
    STRING_EQUALS("StringEquals", false),
    STRING_NOT_EQUALS("StringNotEquals", true),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true),
    STRING_LIKE("StringLike", false),
    STRING_NOT_LIKE("StringNotLike", true),
    ARN_EQUALS("ArnEquals", false),
    ARN_NOT_EQUALS("ArnNotEquals", true),
    ARN_LIKE("ArnLike", false),
    ARN_NOT_LIKE("ArnNotLike", true),
    BOOL("Bool", false);

    private final String inPolicies;
    private final boolean isNegated;

    Operator(String inPolicies, boolean isNegated) {
        this.inPolicies = inPolicies;
        this.isNegated = isNegated;
    }

    /** @throws NotUnderstoodException if there is none of this name here */
    static Operator of(String name) throws NotUnderstoodException {
        for (Operator operator : values()) {
            if (operator.inPolicies.equals(name)) {
                return operator;
            }
        }
        throw new NotUnderstoodException("the condition operator " + name + " is not understood");
    }

    /** Whether it asks that no value is the one that is known. It holds where nothing is known, too. */
    boolean isNegated() {
        return isNegated;
    }

    /** Whether a value of the policy is about what is known, negated or not. */
    boolean matches(String value, String known) {
        return switch (this) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> known.equals(value);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> known.equalsIgnoreCase(value);
            case STRING_LIKE, STRING_NOT_LIKE -> Glob.matches(value, known);
            case ARN_EQUALS, ARN_NOT_EQUALS, ARN_LIKE, ARN_NOT_LIKE -> Glob.matchesArn(value, known);
            case BOOL -> known.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT));
        };
    }
}
