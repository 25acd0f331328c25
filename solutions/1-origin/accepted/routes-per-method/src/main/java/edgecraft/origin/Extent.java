package edgecraft.origin;

import java.util.ArrayList;
import java.util.List;

/** Some bytes that an object has; the last belongs to it. */
record Extent(long first, long last) {

    /** A gap that is not longer costs less than a further part. */
    private static final long GAP = 80;

    long length() {
        return last - first + 1;
    }

    /** In the words of a {@code Range}. */
    String inWords() {
        return "bytes=" + first + "-" + last;
    }

    /** The same bytes with nothing twice: what overlaps or almost touches is joined. The order stays, as far as it can. */
    static List<Extent> joined(List<Extent> extents) {
        List<Extent> joined = new ArrayList<>();
        for (Extent next : extents) {
            Extent grown = next;
            int place = joined.size();
            for (int i = 0; i < joined.size(); ) {
                if (joined.get(i).touches(grown)) {
                    grown = grown.with(joined.remove(i));
                    place = Math.min(place, i);
                    i = 0;
                } else {
                    i++;
                }
            }
            joined.add(Math.min(place, joined.size()), grown);
        }
        return joined;
    }

    private boolean touches(Extent other) {
        return first <= other.last + GAP && other.first <= last + GAP;
    }

    private Extent with(Extent other) {
        return new Extent(Math.min(first, other.first), Math.max(last, other.last));
    }
}
