package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;

/** Fills a body with what comes from the origin, and has the answer stored just before its last byte can be read. */
final class Filling implements Runnable {

    private static final int BUFFER = 16 * 1024;

    private final Store store;
    private final Fetch fetch;
    private final Stored stored;
    private final OriginAnswer answer;
    private final long length;
    private long taken;
    private long came;
    private boolean over;

    /** @param length how many bytes will come, for which room is taken already; negative if nobody knows */
    Filling(Store store, Fetch fetch, Stored stored, OriginAnswer answer, long length) {
        this.store = store;
        this.fetch = fetch;
        this.stored = stored;
        this.answer = answer;
        this.length = length;
        this.taken = Math.max(0, length);
    }

    @Override
    public void run() {
        try {
            fill(answer.body(), stored.body());
        } catch (IOException brokenOff) {
            // As said below.
        } finally {
            if (!over) {
                answer.hangUp();
                store.end(fetch);
                giveBack();
                stored.body().breakOff();
            }
        }
    }

    private void fill(InputStream in, Body body) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (length < 0 && !take(count)) {
                body.append(buffer, count);
                leaveRest(body);
                return;
            }
            came += count;
            if (came == length) {
                keep();
            }
            body.append(buffer, count);
        }
        keep();
        answer.hangUp();
        body.finish();
    }

    private boolean take(int count) {
        boolean room = store.transit().take(count);
        taken += room ? count : 0;
        return room;
    }

    private void keep() {
        if (!over) {
            over = true;
            store.keep(fetch, stored, came);
            giveBack();
        }
    }

    private void leaveRest(Body body) {
        over = true;
        store.end(fetch);
        giveBack();
        body.leaveRest(answer);
    }

    private void giveBack() {
        store.transit().giveBack(taken);
        taken = 0;
    }
}
