package edgecraft.access;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of a question about a viewer.
 *
 * @param <T> what is known of those who may go on
 */
sealed interface Ruling<T> {

    /** It may go on, with this. */
    record Admitted<T>(T value) implements Ruling<T> {}

    /** It ends here. */
    record Refused<T>(Why why) implements Ruling<T> {}

    /** Goes on if there is something to go on with. */
    static <T> Ruling<T> of(Optional<T> value, Why otherwise) {
        return value.<Ruling<T>>map(Admitted::new).orElseGet(() -> new Refused<>(otherwise));
    }

    /** Goes on with the same if a condition holds. */
    static <T> Ruling<T> of(T value, boolean condition, Why otherwise) {
        return condition ? new Admitted<>(value) : new Refused<>(otherwise);
    }

    /** The next question, for those who may go on. */
    default <U> Ruling<U> then(Function<T, Ruling<U>> next) {
        if (this instanceof Admitted<T> admitted) {
            return next.apply(admitted.value());
        }
        return new Refused<>(((Refused<T>) this).why());
    }
}
