package edgecraft.edge.checks;

import edgecraft.fixtures.Randoms;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Which pages viewers ask for, one after another: made up by chance, with pages that no other trace has. */
final class Trace {

    private final Randoms randoms;
    private final Random chance;
    private final List<SizedPage> requests = new ArrayList<>();

    private Trace(Randoms randoms) {
        this.randoms = randoms;
        this.chance = new Random(ByteBuffer.wrap(randoms.bytes(Long.BYTES)).getLong());
    }

    /** Viewers ask for a hundred popular pages; between them somebody reads the archive, every page of it once. */
    static List<SizedPage> popularWithScans(Randoms randoms) {
        return new Trace(randoms).popularWithScans(100, 0.9, 2400);
    }

    /** Half of the requests are for fifty popular pages; the others come from a crawler that goes round in a circle. */
    static List<SizedPage> popularWithLoop(Randoms randoms) {
        return new Trace(randoms).popularWithLoop(50, 400, 2400);
    }

    /** What is in fashion: eighty pages, none of them much more than others. Call it again for another fashion. */
    static List<SizedPage> fashion(Randoms randoms, int requests) {
        return new Trace(randoms).popularWithScans(80, 0.3, requests);
    }

    private List<SizedPage> popularWithScans(int popular, double exponent, int total) {
        Popularity popularity = new Popularity(pages(popular), exponent);
        while (requests.size() < total) {
            for (int i = 0; i < 100; i++) {
                requests.add(popularity.pick(chance));
            }
            requests.addAll(pages(50));
        }
        return List.copyOf(requests.subList(0, total));
    }

    private List<SizedPage> popularWithLoop(int popular, int round, int total) {
        Popularity popularity = new Popularity(pages(popular), 0.6);
        List<SizedPage> loop = pages(round);
        int next = 0;
        while (requests.size() < total) {
            requests.add(chance.nextBoolean() ? popularity.pick(chance) : loop.get(next++ % round));
        }
        return List.copyOf(requests);
    }

    private List<SizedPage> pages(int n) {
        return Stream.generate(this::page).limit(n).toList();
    }

    private SizedPage page() {
        int bytes = SizedPage.LEAST + chance.nextInt(SizedPage.MOST - SizedPage.LEAST + 1);
        return new SizedPage(EdgeAssertions.page(randoms), bytes);
    }
}
