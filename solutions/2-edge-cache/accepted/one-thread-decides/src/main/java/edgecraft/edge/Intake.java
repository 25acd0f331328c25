package edgecraft.edge;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Takes a body in for the store, at the pace of the origin and not of any viewer. */
final class Intake implements Runnable {

    private final Clerk clerk;
    private final Flight flight;
    private final Stored head;
    private final OriginAnswer answer;
    private final long length;
    private final Delivery delivery;
    private byte[] bytes;
    private int size;
    private boolean landed;

    /**
     * A body to be taken in.
     *
     * @param head all of the answer but its body
     * @param length how many bytes will come, which have room already; negative if nobody knows
     */
    Intake(Clerk clerk, Flight flight, Stored head, OriginAnswer answer, long length, Delivery delivery) {
        this.clerk = clerk;
        this.flight = flight;
        this.head = head;
        this.answer = answer;
        this.length = length;
        this.delivery = delivery;
        this.bytes = new byte[(int) Math.max(0, length)];
    }

    @Override
    public void run() {
        try {
            if (takeIn(answer.body())) {
                answer.hangUp();
                delivery.end(true);
            } else {
                delivery.leave(answer);
            }
        } catch (IOException | RuntimeException brokeOff) {
            answer.hangUp();
            if (!landed) {
                clerk.tell(ledger -> ledger.brokeOff(flight));
            }
            delivery.end(landed);
        }
    }

    /** Whether there was room for all of it. Who has seen its last byte, and asks again, finds it stored. */
    private boolean takeIn(InputStream in) throws IOException {
        byte[] piece = new byte[Pump.PIECE];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            if (size + count > bytes.length && !grow(count)) {
                delivery.add(piece, 0, count);
                return false;
            }
            System.arraycopy(piece, 0, bytes, size, count);
            size += count;
            if (size == length) {
                land();
            }
            delivery.add(bytes, size - count, count);
        }
        if (!landed) {
            land();
        }
        return true;
    }

    /** Room for what has come, and for as much again if there is some. */
    private boolean grow(int count) {
        int needed = size + count - bytes.length;
        int granted = clerk.ask(ledger -> ledger.claim(flight, needed, Math.max(needed, size)));
        bytes = Arrays.copyOf(bytes, bytes.length + granted);
        return granted > 0;
    }

    private void land() {
        landed = true;
        Stored whole = head.withBody(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
        clerk.tell(ledger -> ledger.landed(flight, whole));
    }
}
