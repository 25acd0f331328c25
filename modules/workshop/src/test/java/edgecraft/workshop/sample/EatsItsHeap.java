package edgecraft.workshop.sample;

import java.util.ArrayList;
import java.util.List;

/** An entry class that takes all the heap there is as soon as it is looked at. */
public final class EatsItsHeap {

    private static final List<byte[]> KEPT = new ArrayList<>();

    static {
        while (!KEPT.contains(new byte[0])) {
            KEPT.add(new byte[1 << 20]);
        }
    }

    private EatsItsHeap() {}
}
