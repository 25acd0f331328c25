package edgecraft.edge;

/** How often keys were asked for lately, roughly, and in a fixed amount of memory: a count-min sketch that forgets. */
final class Frequencies {

    private static final int ROWS = 4;
    private static final int COLUMNS = 1 << 13;
    private static final int MOST = 15;

    private final byte[][] counts = new byte[ROWS][COLUMNS];
    private long asked;

    /** Counts one request; forgets half of everything after so many of them. */
    void count(Object key, long memory) {
        for (int row = 0; row < ROWS; row++) {
            int column = column(key, row);
            if (counts[row][column] < MOST) {
                counts[row][column]++;
            }
        }
        if (++asked >= memory) {
            halve();
        }
    }

    int of(Object key) {
        int least = MOST;
        for (int row = 0; row < ROWS; row++) {
            least = Math.min(least, counts[row][column(key, row)]);
        }
        return least;
    }

    private void halve() {
        asked /= 2;
        for (byte[] row : counts) {
            for (int i = 0; i < row.length; i++) {
                row[i] >>= 1;
            }
        }
    }

    private static int column(Object key, int row) {
        long mixed = (key.hashCode() + 0x9E3779B97F4A7C15L * (row + 1)) * 0xBF58476D1CE4E5B9L;
        return (int) ((mixed ^ mixed >>> 29) * 0x94D049BB133111EBL >>> 40) & COLUMNS - 1;
    }
}
