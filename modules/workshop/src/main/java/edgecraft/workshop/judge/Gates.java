package edgecraft.workshop.judge;

import edgecraft.workshop.course.ModuleSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Runs gates before what waits for them, so that a server that can't do the first thing is not asked for the rest. */
final class Gates {

    private final ModuleSpec module;
    private final CheckCatalog catalog;
    private final Probe probe;
    private final boolean closed;
    private final Map<String, CheckResult> results = new LinkedHashMap<>();

    Gates(ModuleSpec module, CheckCatalog catalog, Probe probe, boolean closed) {
        this.module = module;
        this.catalog = catalog;
        this.probe = probe;
        this.closed = closed;
    }

    /** The results of the checks, in their order; then those of gates outside of them that did not pass. */
    List<CheckResult> run(List<String> checks) {
        if (closed) {
            gatesBefore(checks).forEach(this::runGate);
        }
        List<String> free = new ArrayList<>();
        for (String check : checks) {
            if (!results.containsKey(check)) {
                waitsFor(check)
                        .ifPresentOrElse(gate -> results.put(check, waiting(check, gate)), () -> free.add(check));
            }
        }
        probe.run(free).forEach(result -> results.put(result.id(), result));
        List<CheckResult> ordered =
                new ArrayList<>(checks.stream().map(results::get).toList());
        results.values().stream()
                .filter(result -> !checks.contains(result.id()) && !result.passed())
                .forEach(ordered::add);
        return ordered;
    }

    private void runGate(String gate) {
        CheckResult result = waitsFor(gate)
                .map(before -> waiting(gate, before))
                .orElseGet(() -> probe.run(List.of(gate)).get(0));
        results.put(gate, result);
    }

    /** Gates of gates first: gates stand in the order of the steps. */
    private List<String> gatesBefore(List<String> checks) {
        List<String> gates = new ArrayList<>(module.gatesOf(checks));
        for (int i = 0; i < gates.size(); i++) {
            module.gatesOf(gates.get(i)).stream()
                    .filter(gate -> !gates.contains(gate))
                    .forEach(gates::add);
        }
        return module.checkIds().stream().filter(gates::contains).toList();
    }

    private Optional<String> waitsFor(String check) {
        return closed
                ? module.gatesOf(check).stream()
                        .filter(gate ->
                                !Objects.requireNonNull(results.get(gate)).passed())
                        .findFirst()
                : Optional.empty();
    }

    /** Behind a broken gate nothing is known of the learner's code; behind a failed one, it is the learner's turn. */
    private CheckResult waiting(String check, String gate) {
        boolean broken = Objects.requireNonNull(results.get(gate)).verdict() == Verdict.BROKEN;
        return CheckResult.waiting(catalog.entry(check), broken ? Verdict.BROKEN : Verdict.WAITING, gate);
    }
}
