package edgecraft.routing;

import edgecraft.kit.EdgeSite;
import edgecraft.kit.RouterSettings;
import edgecraft.kit.Time;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The edges, and what their probes say of them. Thread-safe. */
final class Fleet {

    private final RouterSettings settings;
    private final Prober prober;
    private final List<Member> members;
    private Time.@Nullable Repetition probes;

    Fleet(RouterSettings settings) {
        this.settings = settings;
        prober = new Prober(settings.health());
        members = settings.edges().stream().map(Member::new).toList();
    }

    /** Begins to probe. */
    void open() {
        probes = settings.time().every(settings.health().interval(), () -> members.forEach(this::probe));
    }

    /** Ends all probes. */
    void close() {
        if (probes != null) {
            probes.cancel();
        }
        prober.close();
    }

    /** What is known now, by the edges' ids. */
    Map<String, EdgeState> states() {
        return members.stream().collect(Collectors.toMap(member -> member.edge.id(), member -> member.state.get()));
    }

    private void probe(Member member) {
        if (member.isAsked.compareAndSet(false, true)) {
            prober.ask(member.edge).thenAccept(probe -> {
                member.state.updateAndGet(
                        before -> before.after(probe, settings, settings.time().instant()));
                member.isAsked.set(false);
            });
        }
    }

    private record Member(EdgeSite edge, AtomicReference<EdgeState> state, AtomicBoolean isAsked) {

        Member(EdgeSite edge) {
            this(edge, new AtomicReference<>(EdgeState.UNKNOWN), new AtomicBoolean());
        }
    }
}
