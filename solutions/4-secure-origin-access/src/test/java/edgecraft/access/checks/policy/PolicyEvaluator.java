package edgecraft.access.checks.policy;

import java.util.List;

/**
 * Says what a bucket policy lets whom do: nothing, unless a statement allows it and none denies it. What callers may do without
 * the policy, because they are of the bucket's own account, is not looked at.
 */
public final class PolicyEvaluator {

    private final List<Statement> statements;

    private PolicyEvaluator(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    /**
     * Reads a policy.
     *
     * @throws NotUnderstoodException if it is none, or has more in it than is understood here
     */
    public static PolicyEvaluator of(String json) throws NotUnderstoodException {
        return new PolicyEvaluator(PolicyReader.statements(json));
    }

    /**
     * Whether the policy lets somebody do something.
     *
     * @param action for example {@code s3:GetObject}
     * @param resource for example {@code arn:aws:s3:::films/storm.mp4}
     */
    public boolean allows(Caller caller, String action, String resource) {
        List<Statement> about = statements.stream()
                .filter(statement -> statement.isAbout(caller, action, resource))
                .toList();
        return !about.isEmpty() && about.stream().allMatch(Statement::isAllow);
    }
}
