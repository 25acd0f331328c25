package edgecraft.workshop.audit;

import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.proof.Complaint;
import edgecraft.workshop.proof.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a trial, as it is kept.
 *
 * @param id of the case
 * @param seed of the trial
 * @param asked how many checks were asked: the same mistake may be kept by one check, and by all
 * @param millis how long it took, in milliseconds
 * @param wall its part of the time that the whole audit took, in milliseconds: others were judged beside it
 * @param verdicts from checks to their verdicts, in the order of the module
 * @param complaints what was not as expected
 */
record Entry(
        String id,
        long seed,
        int asked,
        long millis,
        long wall,
        Map<String, String> verdicts,
        List<Complaint> complaints) {

    static Entry of(Trial trial, Outcome outcome, long millis, long wall) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        if (outcome.result() != null) {
            for (CheckResult check : outcome.result().results()) {
                verdicts.put(check.id(), check.verdict().word());
            }
        }
        return new Entry(
                trial.subject().id(), trial.seed(), trial.asked(), millis, wall, verdicts, outcome.complaints());
    }

    boolean isOf(Trial trial) {
        return id.equals(trial.subject().id()) && seed == trial.seed() && asked == trial.asked();
    }

    boolean holds() {
        return complaints.isEmpty();
    }

    /** Whether this check caught it. */
    boolean failed(String check) {
        return "failed".equals(verdicts.get(check));
    }
}
