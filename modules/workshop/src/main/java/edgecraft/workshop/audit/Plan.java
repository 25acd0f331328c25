package edgecraft.workshop.audit;

import edgecraft.workshop.proof.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What is judged, in which order: quick and telling things before those that take long.
 *
 * @param whole cases that all checks of the module are asked about
 * @param single cases that one check is asked about
 * @param again the same answers with other seeds, for what a seed or the load may change
 */
record Plan(List<Trial> whole, List<Trial> single, List<Trial> again) {

    static Plan of(List<Case> cases, AuditOptions options) {
        List<Trial> whole = new ArrayList<>();
        List<Trial> single = new ArrayList<>();
        List<Trial> again = new ArrayList<>();
        for (Case known : cases) {
            if (options.names(known)) {
                (known.selection().isWholeModule() ? whole : single).add(new Trial(known, options.seed()));
                if (known.kind().isRight()) {
                    LongStream.range(1, options.repeat())
                            .forEach(more -> again.add(new Trial(known, options.seed() + more)));
                }
            }
        }
        return new Plan(whole, single, again);
    }

    List<Trial> trials() {
        return Stream.of(whole, single, again).flatMap(List::stream).toList();
    }
}
