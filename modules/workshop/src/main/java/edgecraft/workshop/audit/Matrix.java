package edgecraft.workshop.audit;

import edgecraft.workshop.proof.Case.Kind;
import java.util.List;
import java.util.Objects;

/**
 * Which checks catch which mistakes.
 *
 * @param mistakes in order
 * @param full whether every check was asked, and not only the one that is named
 */
record Matrix(List<Row> mistakes, boolean full) {

    /**
     * A mistake.
     *
     * @param name of it
     * @param named the check that must catch it
     * @param caught whether that does
     * @param others which do besides, in the order of the module
     */
    record Row(String name, String named, boolean caught, List<String> others) {}

    static Matrix of(Findings findings) {
        return new Matrix(
                findings.of(Kind.MISTAKE).stream().map(Matrix::row).toList(),
                findings.options().matrix());
    }

    private static Row row(Judged judged) {
        String named = Objects.requireNonNull(judged.trial().subject().named());
        Entry entry = judged.entry();
        return new Row(
                judged.trial().subject().name(),
                named,
                entry.failed(named),
                entry.verdicts().keySet().stream()
                        .filter(check -> !check.equals(named) && entry.failed(check))
                        .toList());
    }

    /** How many mistakes that name this check it catches. */
    long caughtAsNamed(String check) {
        return mistakes.stream()
                .filter(row -> row.named().equals(check) && row.caught())
                .count();
    }

    /** How many mistakes name this check. */
    long naming(String check) {
        return mistakes.stream().filter(row -> row.named().equals(check)).count();
    }

    /** How many it catches besides. */
    long caughtBesides(String check) {
        return mistakes.stream().filter(row -> row.others().contains(check)).count();
    }
}
