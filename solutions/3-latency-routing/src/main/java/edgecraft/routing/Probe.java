package edgecraft.routing;

import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * What one probe of an edge has told.
 *
 * @param success whether the edge answered as a working one does
 * @param load what share of its capacity is in use; 0 if it does not say
 * @param draining whether it wants no new viewers
 */
record Probe(boolean success, double load, boolean draining) {

    /** One that brought no answer, or none that a working edge gives. */
    static final Probe FAILED = new Probe(false, 0, false);

    /** What an answer tells. */
    static Probe of(HttpResponse<?> answer) {
        if (answer.statusCode() / 100 != 2) {
            return FAILED;
        }
        Optional<String> state = answer.headers().firstValue("Edge-State");
        return new Probe(
                true,
                answer.headers().firstValue("Edge-Load").map(Probe::number).orElse(0.0),
                state.filter("draining"::equals).isPresent());
    }

    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return number >= 0 && Double.isFinite(number) ? number : 0;
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
