package edgecraft.access.checks.policy;

import java.util.List;
import java.util.Locale;

/**
 * One statement of a policy.
 *
 * @param isAllow whether it allows; if not, it denies
 * @param principals whom it is about
 * @param actions patterns of what they do, compared without case
 * @param resources patterns of what they do it to
 * @param conditions all have to hold
 */
record Statement(
        boolean isAllow,
        Principals principals,
        List<String> actions,
        List<String> resources,
        List<Condition> conditions) {

    boolean isAbout(Caller caller, String action, String resource) {
        return principals.include(caller)
                && actions.stream().anyMatch(pattern -> Glob.matches(lower(pattern), lower(action)))
                && resources.stream().anyMatch(pattern -> Glob.matches(pattern, resource))
                && conditions.stream().allMatch(condition -> condition.holds(caller.context()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
