package edgecraft.edge;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads a body into the store, whether its viewer keeps up or not. */
final class Filling implements Runnable {

    private static final int PIECE = 16 * 1024;

    private final Errand errand;
    private final OriginAnswer answer;
    private final Stored empty;
    private final Intake intake;
    private final Fetching fetching;

    /**
     * A body to be read.
     *
     * @param empty what is stored, but its body
     */
    Filling(Errand errand, OriginAnswer answer, Stored empty, Intake intake, Fetching fetching) {
        this.errand = errand;
        this.answer = answer;
        this.empty = empty;
        this.intake = intake;
        this.fetching = fetching;
    }

    @Override
    public void run() {
        boolean handedOver = false;
        try {
            handedOver = !fill();
        } catch (IOException brokeOff) {
            intake.breakOff(brokeOff);
        } catch (RuntimeException | Error mistake) {
            intake.breakOff(new IOException(mistake));
            throw mistake;
        } finally {
            fetching.ended(errand);
            if (!handedOver) {
                answer.hangUp();
            }
        }
    }

    /**
     * Reads to the end. Who has seen the last byte, and asks again, finds the copy: so it is stored before that byte is shown.
     *
     * @return false if there is no room, and the viewer reads the rest
     */
    private boolean fill() throws IOException {
        boolean stored = false;
        byte[] buffer = new byte[PIECE];
        for (int count = answer.body().read(buffer);
                count >= 0;
                count = answer.body().read(buffer)) {
            byte[] piece = Arrays.copyOf(buffer, count);
            if (!intake.hasRoomFor(count)) {
                errand.flight().land(Landing.ALONE);
                return !intake.spill(piece, answer);
            }
            if (intake.isEndedBy(count)) {
                store(List.of(piece));
                stored = true;
            }
            intake.add(piece);
        }
        if (!stored) {
            store(List.of());
        }
        intake.complete();
        return true;
    }

    private void store(List<byte[]> end) {
        Body body = intake.bodyWith(end);
        fetching.arrivedWhole(errand, empty.withBody(body));
    }
}
