package edgecraft.workshop.audit;

import edgecraft.workshop.proof.Case.Kind;
import java.util.StringJoiner;

/** The command that shows again what a trial found. */
final class LookCommand {

    private LookCommand() {}

    static String of(Findings findings, Trial trial) {
        StringJoiner command = new StringJoiner(" ");
        command.add("./workshop audit " + findings.module().number() + " --case "
                + trial.subject().id());
        if (findings.options().matrix() && trial.subject().kind() == Kind.MISTAKE) {
            command.add("--matrix");
        }
        if (trial.seed() != AuditOptions.USUAL_SEED) {
            command.add("--seed " + trial.seed());
        }
        if (findings.bucket().equals("minio")) {
            command.add("--bucket minio");
        }
        return command.add("--show").toString();
    }
}
