package edgecraft.workshop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.Workspace;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.proof.Case;
import edgecraft.workshop.proof.Cases;
import edgecraft.workshop.proof.Complaint;
import edgecraft.workshop.proof.ProofGround;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path state;

    private Workspace clone;
    private ModuleSpec origin;
    private List<Case> cases;

    @BeforeEach
    void aClone() {
        clone = new Workspace(ROOT, state, state.resolve("lib"));
        origin = Course.in(clone).module("1");
        cases = new Cases(ProofGround.in(clone, origin, state.resolve("ground"))).all(false);
    }

    @Test
    void where_nothing_was_audited_nothing_is_proven() {
        assertThat(open(true)).containsExactlyElementsOf(ids(cases));
    }

    @Test
    void what_an_audit_found_as_it_must_be_is_proven() {
        cases.subList(1, cases.size()).forEach(known -> keep(known, asked(known), List.of()));
        assertThat(open(true)).containsExactly(cases.get(0).id());
        keep(cases.get(0), asked(cases.get(0)), List.of());
        assertThat(open(true)).isEmpty();
    }

    @Test
    void what_it_found_otherwise_is_not() {
        cases.subList(1, cases.size()).forEach(known -> keep(known, asked(known), List.of()));
        keep(cases.get(0), asked(cases.get(0)), List.of(new Complaint("this", "that", "it")));
        assertThat(open(true)).containsExactly(cases.get(0).id());
    }

    @Test
    void a_mistake_that_every_check_was_asked_about_is_proven_too() {
        int all = origin.checkIds().size();
        cases.forEach(known -> keep(known, known.kind() == Case.Kind.MISTAKE ? all : asked(known), List.of()));
        assertThat(open(true)).isEmpty();
    }

    @Test
    void without_a_sandbox_only_what_needs_one_may_be_open() {
        List<Case> open = cases.stream().filter(Case::needsSandbox).toList();
        assertThat(open).isNotEmpty();
        cases.stream().filter(known -> !known.needsSandbox()).forEach(known -> keep(known, asked(known), List.of()));
        assertThat(open(true)).containsExactlyElementsOf(ids(open));
        assertThat(open(false)).isEmpty();
    }

    private List<String> open(boolean sandbox) {
        return new Proven(clone).open(origin, sandbox);
    }

    private void keep(Case known, int asked, List<Complaint> complaints) {
        try (Journal journal = Audit.journal(clone, origin, "embedded")) {
            journal.append(new Entry(known.id(), AuditOptions.USUAL_SEED, asked, 1, 1, Map.of(), complaints));
        }
    }

    private static int asked(Case known) {
        return known.selection().checks().size();
    }

    private static List<String> ids(List<Case> cases) {
        return cases.stream().map(Case::id).toList();
    }
}
