package edgecraft.access.checks.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a statement is about.
 *
 * @param everybody whether it is about all there are
 * @param services names of services
 * @param accounts twelve digits each: an account, and whomever it allows
 * @param users ARNs of users and roles
 */
record Principals(boolean everybody, List<String> services, List<String> accounts, List<String> users) {

    boolean include(Caller caller) {
        return everybody
                || services.stream().anyMatch(name -> name.equals(caller.service()))
                || users.stream().anyMatch(arn -> arn.equals(caller.arn()))
                || accounts.stream().anyMatch(account -> isOf(account, caller.arn()));
    }

    private static boolean isOf(String account, @Nullable String arn) {
        return arn != null && arn.split(":", -1)[4].equals(account);
    }
}
