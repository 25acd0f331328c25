package edgecraft.workshop.proof;

import edgecraft.workshop.course.Selection;
import edgecraft.workshop.judge.Buckets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A submission of which is known beforehand what the judge must say: a proof in the small.
 *
 * @param kind what it is
 * @param name among its kind; empty if there is only one
 * @param named the check that must catch it, if there is one
 * @param selection the checks it is judged by
 * @param judging how it is laid, judged and compared with what must come
 * @param cheat what is said of it, if it attacks the judge
 */
public record Case(
        Kind kind,
        String name,
        @Nullable String named,
        Selection selection,
        Judging judging,
        @Nullable Cheat cheat) {

    /** What there is to judge. */
    public enum Kind {
        STARTER,
        REFERENCE,
        ACCEPTED,
        DEGENERATE,
        MISTAKE,
        CHEAT;

        /** As it is written: in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is a right answer, of which every run must say the same. */
        public boolean isRight() {
            return this == REFERENCE || this == ACCEPTED;
        }
    }

    /** The way of one kind. */
    public interface Judging {

        /** What came of it, beside what had to. */
        Outcome judge(ProofGround ground, Buckets buckets, long seed);
    }

    /** For example {@code mistake/allow-forgotten}. */
    public String id() {
        return name.isEmpty() ? kind.word() : kind.word() + "/" + name;
    }

    /** Whether it may be judged nowhere but in a sandbox. */
    public boolean needsSandbox() {
        return cheat != null && cheat.needsSandbox();
    }

    /** Lays and judges it. */
    public Outcome judge(ProofGround ground, Buckets buckets, long seed) {
        return judging.judge(ground, buckets, seed);
    }
}
