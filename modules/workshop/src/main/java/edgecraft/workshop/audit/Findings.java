package edgecraft.workshop.audit;

import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.proof.Case;
import edgecraft.workshop.proof.Case.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an audit found out about a module.
 *
 * @param module which
 * @param bucket {@code embedded}, {@code minio} or {@code none}
 * @param options what was asked
 * @param judged every trial, in the order of the cases
 * @param skipped cheats that nothing less than a sandbox stops, where there is none
 */
public record Findings(
        ModuleSpec module, String bucket, AuditOptions options, List<Judged> judged, List<Case> skipped) {

    /** Those of a kind. */
    List<Judged> of(Kind kind) {
        return judged.stream()
                .filter(each -> each.trial().subject().kind() == kind)
                .toList();
    }

    /** Those that are not as expected. */
    List<Judged> failed() {
        return judged.stream().filter(each -> !each.entry().holds()).toList();
    }

    /** Whether all is as it should be. */
    public boolean hold() {
        return failed().isEmpty() && flakiness().stream().allMatch(answer -> answer.differed() == 0);
    }

    /** How long it took, in all the runs that it took. */
    Duration wall() {
        return Duration.ofMillis(
                judged.stream().mapToLong(each -> each.entry().wall()).sum());
    }

    /** How steady the verdicts on right answers are; nothing if each was judged once. */
    List<Flakiness> flakiness() {
        Map<Case, List<Entry>> runs = new LinkedHashMap<>();
        for (Judged each : judged) {
            if (options.repeat() > 1 && each.trial().subject().kind().isRight()) {
                runs.computeIfAbsent(each.trial().subject(), first -> new ArrayList<>())
                        .add(each.entry());
            }
        }
        return runs.entrySet().stream()
                .map(entry -> Flakiness.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
