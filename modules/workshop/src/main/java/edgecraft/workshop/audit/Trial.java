package edgecraft.workshop.audit;

import edgecraft.workshop.proof.Case;

/**
 * One judging of a case.
 *
 * @param subject what is judged
 * @param seed with which random names and bytes
 */
record Trial(Case subject, long seed) {

    /** How many checks are asked. */
    int asked() {
        return subject.selection().checks().size();
    }

    /** What it costs, in checks: before the first, a JVM starts and code is compiled. */
    int weight() {
        return 5 + asked();
    }
}
