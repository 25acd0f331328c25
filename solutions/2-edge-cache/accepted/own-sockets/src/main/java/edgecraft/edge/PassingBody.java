package edgecraft.edge;

import java.io.FilterInputStream;
import java.io.IOException;

/** The body of an origin's answer on its way to one viewer; closing it closes the answer. */
final class PassingBody extends FilterInputStream {

    private final OriginAnswer answer;

    PassingBody(OriginAnswer answer) {
        super(answer.body());
        this.answer = answer;
    }

    @Override
    public void close() throws IOException {
        answer.close();
    }
}
