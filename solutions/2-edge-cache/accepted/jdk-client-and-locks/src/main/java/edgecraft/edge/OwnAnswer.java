package edgecraft.edge;

import java.io.IOException;

/**
 * An answer of the edge's own, without a body.
 *
 * @param status the status code
 * @param fields what to say
 */
record OwnAnswer(int status, Fields fields) implements Answer {

    @Override
    public void deliver(Visit visit) throws IOException {
        visit.begin(status, status == 204 ? fields : fields.with("Content-Length", "0"));
    }
}
