package edgecraft.workshop.audit;

import edgecraft.workshop.proof.Case;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an audit was asked for.
 *
 * @param cases ids or names of cases, in which {@code *} stands for anything; none ask for all
 * @param matrix whether mistakes are judged by all checks
 * @param repeat how often references and accepted answers are judged, each time with another seed
 * @param jobs how many single checks are judged at once; of whole modules, half as many
 * @param seed of the first time
 * @param fresh whether what was kept of an earlier audit is forgotten
 */
public record AuditOptions(List<String> cases, boolean matrix, int repeat, int jobs, long seed, boolean fresh) {

    /** The seed of the proofs: audits are to be compared. */
    public static final long USUAL_SEED = 20_260_101;

    /** Whether this case was asked for. */
    boolean names(Case known) {
        return cases.isEmpty() || cases.stream().anyMatch(glob -> fits(glob, known));
    }

    /** What was asked for, and fits none of these. */
    List<String> unknownAmong(List<Case> known) {
        return cases.stream()
                .filter(glob -> known.stream().noneMatch(one -> fits(glob, one)))
                .toList();
    }

    /** How many cases that are judged by a whole module's checks run at once: each runs several checks side by side. */
    int wholeModules() {
        return Math.max(1, jobs / 2);
    }

    private static boolean fits(String glob, Case known) {
        Pattern pattern = pattern(glob);
        return pattern.matcher(known.id()).matches()
                || pattern.matcher(known.name()).matches();
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(
                Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
