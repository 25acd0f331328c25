package edgecraft.edge;

/** What a fetch knows when the head of the origin's answer is there, or will not come. */
sealed interface Arrival {

    /** Nobody reads it. */
    default void dismiss() {}

    /** An answer that is not kept: its leader reads it, and nobody else. */
    record Passing(OriginAnswer answer, Fields fields) implements Arrival {
        @Override
        public void dismiss() {
            answer.hangUp();
        }
    }

    /** An answer that is being kept: its leader reads along. */
    record Growing(int status, Fields fields, GrowingBody body) implements Arrival {
        @Override
        public void dismiss() {
            body.leave();
        }
    }

    /** A copy is the answer: the origin said so, or failed. */
    record Copy(Stored stored, CacheStatus status) implements Arrival {}

    /** There is no answer. */
    record Failed(int status) implements Arrival {}
}
