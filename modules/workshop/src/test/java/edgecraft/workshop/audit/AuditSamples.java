package edgecraft.workshop.audit;

import edgecraft.workshop.Samples;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.proof.Case;
import edgecraft.workshop.proof.Case.Kind;
import edgecraft.workshop.proof.Cheat;
import edgecraft.workshop.proof.Complaint;
import edgecraft.workshop.proof.Outcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cases of the sample module, and what might come of them. */
final class AuditSamples {

    static final List<Complaint> NONE = List.of();

    private AuditSamples() {}

    static Case right(Kind kind, String name) {
        return known(kind, name, null, Selection.all(Samples.module()));
    }

    /** Judged by the check that it names, or by all. */
    static Case mistake(String name, String named, boolean matrix) {
        Selection asked = matrix ? Selection.all(Samples.module()) : new Selection(Samples.module(), List.of(named));
        return known(Kind.MISTAKE, name, named, asked);
    }

    private static Case known(Kind kind, String name, @Nullable String named, Selection asked) {
        return new Case(kind, name, named, asked, (ground, buckets, seed) -> new Outcome(null, "", NONE), null);
    }

    /** Judged by a check, and in a sandbox if it needs one. */
    static Case cheat(String name, @Nullable String needs) {
        Cheat.What what = new Cheat.What(
                "9-sample",
                "looks about",
                "there is nothing to see",
                Cheat.Over.STARTER,
                5,
                null,
                List.of("9.1/first"),
                null,
                null,
                null,
                needs);
        Cheat cheat = new Cheat(Path.of(name), what);
        return new Case(
                Kind.CHEAT,
                name,
                null,
                cheat.asked(Samples.module()),
                (ground, buckets, seed) -> new Outcome(null, "", NONE),
                cheat);
    }

    /** That many verdicts, in the order of the module's checks. */
    static Entry entry(Trial trial, List<Complaint> complaints, String... verdicts) {
        Map<String, String> byCheck = new LinkedHashMap<>();
        for (int i = 0; i < verdicts.length; i++) {
            byCheck.put(trial.subject().selection().checks().get(i), verdicts[i]);
        }
        return new Entry(trial.subject().id(), trial.seed(), trial.asked(), 2000, 1000, byCheck, complaints);
    }

    static Judged judged(Case known, long seed, List<Complaint> complaints, String... verdicts) {
        Trial trial = new Trial(known, seed);
        return new Judged(trial, entry(trial, complaints, verdicts));
    }

    static AuditOptions options(boolean matrix, int repeat, String... cases) {
        return new AuditOptions(List.of(cases), matrix, repeat, 4, AuditOptions.USUAL_SEED, false);
    }
}
