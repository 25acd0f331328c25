package edgecraft.edge;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variants of one key: all made by the {@code Vary} of the newest answer. */
final class Shelf {

    private final Map<Variant, Stored> variants = new HashMap<>();
    private Set<String> names = Set.of();

    /** The variant that a request with these fields asks for. */
    Variant variantFor(Fields request) {
        return Variant.of(names, request);
    }

    Optional<Stored> get(Variant variant) {
        return Optional.ofNullable(variants.get(variant));
    }

    Collection<Variant> variants() {
        return List.copyOf(variants.keySet());
    }

    /** The variants that would not be found any more if a copy of this variant came. */
    Collection<Variant> replacedBy(Variant variant) {
        return variants.keySet().stream()
                .filter(old -> old.equals(variant) || !old.names().equals(variant.names()))
                .toList();
    }

    void put(Stored stored) {
        names = Set.copyOf(stored.variant().names());
        variants.put(stored.variant(), stored);
    }

    Optional<Stored> remove(Variant variant) {
        return Optional.ofNullable(variants.remove(variant));
    }

    boolean isEmpty() {
        return variants.isEmpty();
    }
}
