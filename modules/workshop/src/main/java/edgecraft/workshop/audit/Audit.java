package edgecraft.workshop.audit;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.judge.Buckets;
import edgecraft.workshop.proof.Case;
import edgecraft.workshop.proof.Cases;
import edgecraft.workshop.proof.ProofGround;
import edgecraft.workshop.sandbox.Requirements;
import edgecraft.workshop.subject.Runs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Proves the judge: judges every case of modules of which is known beforehand what must come. */
public final class Audit {

    private final Workspace clone;
    private final Buckets buckets;
    private final AuditOptions options;
    private final Screen screen;
    private final List<Journal> journals = new CopyOnWriteArrayList<>();

    /**
     * @param clone with the tool and the solutions
     * @param buckets the store for modules that have one
     * @param options what is asked
     * @param screen where it shows how far it is
     */
    public Audit(Workspace clone, Buckets buckets, AuditOptions options, Screen screen) {
        this.clone = clone;
        this.buckets = buckets;
        this.options = options;
        this.screen = screen;
    }

    /**
     * Runs it; what was judged is kept, however this ends.
     *
     * @throws Misuse if a case that was asked for is none
     */
    public List<Findings> run(List<ModuleSpec> modules) {
        Path place = Runs.begin(clone);
        try {
            boolean sandbox = Requirements.missing(place).isEmpty();
            List<ModuleAudit> audits = new ArrayList<>();
            List<Case> known = new ArrayList<>();
            for (ModuleSpec module : modules) {
                ProofGround ground = ProofGround.in(clone, module, place.resolve(module.module()));
                List<Case> cases = new Cases(ground).all(options.matrix());
                known.addAll(cases);
                Plan plan = Plan.of(cases, options, sandbox);
                Journal journal = journal(clone, module, buckets.make());
                journals.add(journal);
                audits.add(new ModuleAudit(ground, plan, journal));
            }
            refuseUnknown(known);
            return judge(audits);
        } finally {
            journals.forEach(Journal::close);
            Workspace.delete(place);
        }
    }

    /** Called when the tool is ending while {@link #run} goes on: what was judged is kept, unless the end had a part in it. */
    public void interrupt() {
        journals.forEach(Journal::interrupt);
    }

    private void refuseUnknown(List<Case> known) {
        List<String> unknown = options.unknownAmong(known);
        if (!unknown.isEmpty()) {
            throw new Misuse("there is no case " + String.join(", ", unknown)
                    + "; cases are named like reference, accepted/own-signature, mistake/allow-forgotten or"
                    + " cheat/kills-the-judge, and * stands for anything.");
        }
    }

    private List<Findings> judge(List<ModuleAudit> audits) {
        List<Trial> trials = all(audits, audit -> audit.plan().trials());
        if (options.fresh()) {
            audits.forEach(audit -> audit.journal().forget(audit.plan().trials()));
        }
        List<Trial> open = all(audits, ModuleAudit::open);
        Meter meter = screen.meter(
                trials.size(),
                trials.size() - open.size(),
                open.stream().mapToLong(Trial::weight).sum());
        List<Findings> findings = audits.stream()
                .map(audit -> audit.run(buckets, options, (judged, outcome) -> {
                    if (screen.results()) {
                        meter.clear();
                        screen.show(judged, outcome, clone.root());
                    }
                    meter.over(audit.module().module(), judged);
                }))
                .toList();
        meter.clear();
        return findings;
    }

    private static List<Trial> all(List<ModuleAudit> audits, Function<ModuleAudit, List<Trial>> part) {
        return audits.stream().flatMap(audit -> part.apply(audit).stream()).toList();
    }

    /** What is kept of a module, with the tool and the solutions as they are. */
    static Journal journal(Workspace clone, ModuleSpec module, String bucket) {
        return Journal.open(
                clone.state().resolve("audit"),
                module.module() + "." + (module.bucket() ? bucket : "none"),
                Inputs.hash(clone, module.module()));
    }
}
