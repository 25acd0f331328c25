package edgecraft.workshop.audit;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.proof.Case;
import edgecraft.workshop.proof.Cases;
import edgecraft.workshop.proof.ProofGround;
import edgecraft.workshop.subject.Runs;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an audit knows of the tool and the solutions as they are now. */
public final class Proven {

    private final Workspace clone;

    /** @param clone with the tool and the solutions */
    public Proven(Workspace clone) {
        this.clone = clone;
    }

    /**
     * The cases of a module of which no audit has found that they are as they must be.
     *
     * @param sandbox whether those count that nothing less than a sandbox stops
     */
    public List<String> open(ModuleSpec module, boolean sandbox) {
        Path place = Runs.begin(clone);
        try (Journal journal = Audit.journal(clone, module, "embedded")) {
            Cases cases = new Cases(ProofGround.in(clone, module, place));
            // With --matrix a mistake was asked more: that is as good.
            Set<String> proven = Stream.of(cases.all(false), cases.all(true))
                    .flatMap(List::stream)
                    .filter(known -> holds(journal, known))
                    .map(Case::id)
                    .collect(Collectors.toSet());
            return cases.all(false).stream()
                    .filter(known -> sandbox || !known.needsSandbox())
                    .map(Case::id)
                    .filter(id -> !proven.contains(id))
                    .toList();
        } finally {
            Workspace.delete(place);
        }
    }

    private static boolean holds(Journal journal, Case known) {
        return journal.find(new Trial(known, AuditOptions.USUAL_SEED))
                .map(Entry::holds)
                .orElse(false);
    }
}
