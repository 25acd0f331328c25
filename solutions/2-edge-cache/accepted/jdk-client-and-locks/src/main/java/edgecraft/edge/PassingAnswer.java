package edgecraft.edge;

import java.io.IOException;

/**
 * An answer of the origin's that goes to one viewer and to nobody else.
 *
 * @param answer the origin's
 * @param fields what the viewer gets of its fields, and how the edge came by it
 */
record PassingAnswer(OriginAnswer answer, Fields fields) implements Answer {

    @Override
    public void deliver(Visit visit) throws IOException {
        try (answer) {
            if (visit.hasAlready(answer.status(), fields)) {
                visit.begin(304, Validation.ofNotModified(fields));
                return;
            }
            visit.begin(answer.status(), fields);
            if (!visit.isHead()) {
                Pipe.copy(answer.body(), visit.out());
            }
        }
    }

    @Override
    public void discard() {
        answer.hangUp();
    }
}
