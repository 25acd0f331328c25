package edgecraft.edge.checks;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Some pages are asked for more often than others, by Zipf's law: the page in place n is asked for in proportion to
 * 1 / n<sup>exponent</sup>.
 */
final class Popularity {

    private final List<SizedPage> pages;
    private final double[] weights;

    /** @param pages the most popular first */
    Popularity(List<SizedPage> pages, double exponent) {
        this.pages = List.copyOf(pages);
        this.weights = IntStream.rangeClosed(1, pages.size())
                .mapToDouble(place -> 1 / Math.pow(place, exponent))
                .toArray();
        Arrays.parallelPrefix(weights, Double::sum);
    }

    /** A page by chance, popular ones more often. */
    SizedPage pick(Random chance) {
        double weight = chance.nextDouble() * weights[weights.length - 1];
        int at = Arrays.binarySearch(weights, weight);
        return pages.get(at < 0 ? -at - 1 : at);
    }
}
