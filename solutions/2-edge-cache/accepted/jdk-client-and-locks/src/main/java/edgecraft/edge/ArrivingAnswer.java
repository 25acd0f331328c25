package edgecraft.edge;

import java.io.IOException;

/**
 * An answer of the origin's that is being stored while it goes to the viewer who came first.
 *
 * @param status its status code
 * @param fields what the viewer gets of its fields, and how the edge came by it
 * @param intake its body
 */
record ArrivingAnswer(int status, Fields fields, Intake intake) implements Answer {

    @Override
    public void deliver(Visit visit) throws IOException {
        try (intake) {
            if (visit.hasAlready(status, fields)) {
                visit.begin(304, Validation.ofNotModified(fields));
                return;
            }
            visit.begin(status, fields);
            intake.copyTo(visit.out());
        }
    }

    @Override
    public void discard() {
        intake.close();
    }
}
