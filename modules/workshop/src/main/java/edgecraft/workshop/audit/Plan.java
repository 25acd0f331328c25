package edgecraft.workshop.audit;

import edgecraft.workshop.proof.Case;
import edgecraft.workshop.proof.Case.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What is judged, in which order: quick and telling things before those that take long.
 *
 * @param whole cases that all checks of the module are asked about
 * @param single cases that one check is asked about
 * @param cheats what attacks the judge: beside it, nothing else is judged
 * @param again the same answers with other seeds, for what a seed or the load may change
 * @param skipped cheats that nothing less than a sandbox stops, where there is none
 */
record Plan(List<Trial> whole, List<Trial> single, List<Trial> cheats, List<Trial> again, List<Case> skipped) {

    /** @param sandbox whether one can be had */
    static Plan of(List<Case> cases, AuditOptions options, boolean sandbox) {
        Plan plan =
                new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Case known : cases) {
            if (options.names(known)) {
                plan.add(known, options, sandbox);
            }
        }
        return plan;
    }

    private void add(Case known, AuditOptions options, boolean sandbox) {
        if (known.needsSandbox() && !sandbox) {
            skipped.add(known);
            return;
        }
        phase(known).add(new Trial(known, options.seed()));
        if (known.kind().isRight()) {
            LongStream.range(1, options.repeat()).forEach(more -> again.add(new Trial(known, options.seed() + more)));
        }
    }

    private List<Trial> phase(Case known) {
        if (known.kind() == Kind.CHEAT) {
            return cheats;
        }
        return known.selection().isWholeModule() ? whole : single;
    }

    List<Trial> trials() {
        return Stream.of(whole, single, cheats, again).flatMap(List::stream).toList();
    }
}
