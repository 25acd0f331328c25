package edgecraft.edge.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.OriginStub;
import edgecraft.fixtures.Viewer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Readers who ask an edge for one page after another, and an origin that has all of them. */
final class Readers {

    private final OriginStub origin;
    private final Viewer viewer;
    private final Map<String, SizedPage> pages = new ConcurrentHashMap<>();

    /** @param freshness what the origin says in Cache-Control */
    Readers(OriginStub origin, Viewer viewer, String freshness) {
        this.origin = origin;
        this.viewer = viewer;
        pagesSay(freshness);
    }

    private void pagesSay(String freshness) {
        origin.answerAll().field("Cache-Control", freshness).body(request -> text(request.target()));
    }

    private String text(String target) {
        SizedPage page = pages.get(target);
        return page == null ? "there is no such page" : page.text();
    }

    /** How many bytes of these pages the edge has. Nothing new is stored from now on, so looking changes nothing. */
    long held(Collection<SizedPage> some) {
        pagesSay("no-store");
        return new LinkedHashSet<>(some)
                .stream().filter(this::hits).mapToLong(SizedPage::bytes).sum();
    }

    /** Somebody asks for a page and gets it; whether the edge had it. */
    boolean hits(SizedPage page) {
        pages.put(page.target(), page);
        int before = origin.asked();
        assertThat(viewer.get(page.target()))
                .because("the origin has this page, wherever the edge gets it from")
                .hasStatus(200)
                .hasText(page.text());
        return origin.asked() == before;
    }
}
