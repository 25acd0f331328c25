package edgecraft.routing;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/**
 * How a probe of an edge has ended.
 *
 * @param load what share of its capacity the edge says is in use
 * @param isDraining whether it says that it wants no new networks
 */
record Probe(boolean success, double load, boolean isDraining) {

    static final Probe FAILED = new Probe(false, 0, false);

    static Probe of(HttpResponse<?> answer) {
        HttpHeaders headers = answer.headers();
        return answer.statusCode() / 100 == 2
                ? new Probe(
                        true,
                        headers.firstValue("Edge-Load").map(Probe::load).orElse(0.0),
                        headers.firstValue("Edge-State")
                                .map(String::strip)
                                .filter("draining"::equals)
                                .isPresent())
                : FAILED;
    }

    private static double load(String text) {
        try {
            double load = Double.parseDouble(text);
            return Double.isFinite(load) && load > 0 ? load : 0;
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
