package edgecraft.workshop.proof;

import edgecraft.workshop.judge.ModuleResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of judging a case.
 *
 * @param result the judge's; nothing if the case could not be laid, or if a whole tool of its own judged it
 * @param said what that tool printed
 * @param complaints what was expected and did not come
 */
public record Outcome(@Nullable ModuleResult result, String said, List<Complaint> complaints) {

    /** A case that is no case: what its files say can't be done. */
    static Outcome unfit(String why) {
        return new Outcome(null, "", List.of(new Complaint("a submission that can be judged", "as none", why)));
    }

    public boolean holds() {
        return complaints.isEmpty();
    }
}
