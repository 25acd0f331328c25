package edgecraft.edge.checks;

import static edgecraft.edge.checks.EdgeAssertions.page;
import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.OriginAnswer;
import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

/** Objects that an edge may keep for a day, and how many bytes of them it holds. */
final class Holding {

    private final OriginStub origin;
    private final Viewer viewer;
    private final Map<String, byte[]> objects = new LinkedHashMap<>();

    Holding(OriginStub origin, Viewer viewer) {
        this.origin = origin;
        this.viewer = viewer;
    }

    /** One more object, at a target of its own. */
    String add(Randoms random, byte[] body) {
        String target = page(random);
        objects.put(target, body);
        answer(target, body);
        return target;
    }

    /** The same, for an origin that does not say beforehand how long it is. */
    String addChunked(Randoms random, byte[] body) {
        String target = page(random);
        objects.put(target, body);
        answer(target, body).chunked();
        return target;
    }

    /** So many more objects of that many bytes. */
    List<String> add(Randoms random, int objects, int bytes) {
        return Stream.generate(() -> add(random, random.bytes(bytes)))
                .limit(objects)
                .toList();
    }

    private OriginAnswer answer(String target, byte[] body) {
        return origin.answer(target).field("Cache-Control", "max-age=86400").body(body);
    }

    /** Somebody asks for this object, and gets it. */
    void ask(String target) {
        assertThat(viewer.get(target))
                .because("the origin has this object, wherever the edge gets it from")
                .hasStatus(200)
                .hasBody(body(target));
    }

    /** Somebody asks for each object, one after another. */
    void askAll() {
        objects.keySet().forEach(this::ask);
    }

    byte[] body(String target) {
        byte[] body = objects.get(target);
        if (body == null) {
            throw new IllegalArgumentException("no object at " + target);
        }
        return body;
    }

    /** All targets, in the order in which they were added. */
    List<String> targets() {
        return List.copyOf(objects.keySet());
    }

    /**
     * How many bytes the edge holds. Everything is asked for once more, and what does not reach the origin is in the
     * store; as the origin says {@code no-store} from now on, asking changes nothing about that.
     */
    long bytes() {
        long held = 0;
        for (Entry<String, byte[]> object : objects.entrySet()) {
            String target = object.getKey();
            origin.answer(target).field("Cache-Control", "no-store").body("not kept");
            long before = origin.count(target);
            viewer.get(target);
            held += origin.count(target) == before ? object.getValue().length : 0;
        }
        return held;
    }

    /** The edge holds no more than this, and at least half of it. */
    void assertFills(long budget) {
        long held = assertWithin(budget);
        if (held < budget / 2) {
            throw new AssertionError(("expected the edge to use most of the %,d bytes that it may store, because it was"
                            + " asked for more than that; but it holds %,d bytes")
                    .formatted(budget, held));
        }
    }

    /** The edge holds no more than this. */
    long assertWithin(long budget) {
        long held = bytes();
        if (held > budget) {
            throw new AssertionError(("expected the edge to hold no more than %,d bytes of bodies, because that is what"
                            + " it may store; but of those it was asked for it still has %,d bytes")
                    .formatted(budget, held));
        }
        return held;
    }
}
