package edgecraft.edge;

/** What becomes of an answer of the origin's. */
sealed interface Verdict {

    /** The copy is still good: the viewer gets it. */
    record Confirmed(Stored copy) implements Verdict {}

    /** It is about another copy: the origin has to be asked without conditions. */
    record AskAnew() implements Verdict {}

    /** It is taken in for the store, and the viewer reads along. */
    record TakeIn(Stored head) implements Verdict {}

    /** It is for its viewer alone. */
    record PassOn() implements Verdict {}
}
