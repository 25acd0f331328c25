package edgecraft.workshop.proof;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.judge.Buckets;
import edgecraft.workshop.judge.Judge;
import edgecraft.workshop.judge.JudgeOptions;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.subject.Runs;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A submission of which is known beforehand what the judge must say: a proof in the small.
 *
 * @param kind what it is
 * @param name among its kind; empty if there is only one
 * @param named the check that must catch it, if there is one
 * @param selection the checks it is judged by
 * @param gates whether checks wait for their gates, as a learner's do
 * @param files how it is laid
 * @param expectation what must come
 */
public record Case(
        Kind kind,
        String name,
        @Nullable String named,
        Selection selection,
        boolean gates,
        Layers files,
        Expectation expectation) {

    /** What there is to judge. */
    public enum Kind {
        STARTER,
        REFERENCE,
        ACCEPTED,
        DEGENERATE,
        MISTAKE;

        /** As it is written: in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is a right answer, of which every run must say the same. */
        public boolean isRight() {
            return this == REFERENCE || this == ACCEPTED;
        }
    }

    /** Where a submission's files are. */
    public interface Layers {

        /**
         * The directories, lowest first.
         *
         * @param place an empty directory for what has to be written on the way
         * @throws IllegalArgumentException if it can't be laid as it is written down
         */
        List<Path> lay(Path place);
    }

    /** What must come of it. */
    public interface Expectation {

        /** What is not as expected; nothing if all is. */
        List<Complaint> complaints(ModuleResult result);
    }

    /** For example {@code mistake/allow-forgotten}. */
    public String id() {
        return name.isEmpty() ? kind.word() : kind.word() + "/" + name;
    }

    /** Lays and judges it. */
    public Outcome judge(ProofGround ground, Buckets buckets, long seed) {
        Path place = Runs.begin(ground.workspace());
        try {
            List<Path> layers;
            try {
                layers = files.lay(place);
            } catch (IllegalArgumentException unfit) {
                return Outcome.unfit(String.valueOf(unfit.getMessage()));
            }
            return judge(ground.workspace(), buckets, layers, JudgeOptions.ordinary(seed));
        } finally {
            Workspace.delete(place);
        }
    }

    private Outcome judge(Workspace workspace, Buckets buckets, List<Path> layers, JudgeOptions options) {
        ModuleResult result = Judge.withoutLogs(workspace, buckets)
                .judge(selection, layers, gates ? options : options.withoutGates());
        return new Outcome(result, expectation.complaints(result));
    }
}
