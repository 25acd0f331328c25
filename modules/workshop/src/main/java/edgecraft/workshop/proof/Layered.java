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

/**
 * A case that is laid in layers and judged by the judge in this JVM.
 *
 * @param selection the checks it is judged by
 * @param gates whether checks wait for their gates, as a learner's do
 * @param files how it is laid
 * @param expectation what must come
 */
record Layered(Selection selection, boolean gates, Layers files, Expectation expectation) implements Case.Judging {

    /** Where a submission's files are. */
    interface Layers {

        /**
         * The directories, lowest first.
         *
         * @param place an empty directory for what has to be written on the way
         * @throws IllegalArgumentException if it can't be laid as it is written down
         */
        List<Path> lay(Path place);
    }

    /** What must come of it. */
    interface Expectation {

        /** What is not as expected; nothing if all is. */
        List<Complaint> complaints(ModuleResult result);
    }

    @Override
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
        return new Outcome(result, "", expectation.complaints(result));
    }
}
