package edgecraft.edge;

/** What viewers get when there is no answer from the origin. */
final class Failures {

    private Failures() {}

    /** @param name this edge's */
    static Answer answer(OriginFailure failure, String name) {
        String text = failure.status() == 504 ? "The origin is silent." : "The origin can't be reached.";
        return Reply.text(failure.status(), text, CacheStatus.error("uri-miss").in(Fields.of(), name));
    }
}
