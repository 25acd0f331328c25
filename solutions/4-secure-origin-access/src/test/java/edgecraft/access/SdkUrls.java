package edgecraft.access;

import java.util.Random;

/** URLs with all that URLs may have in them. */
final class SdkUrls {

    private static final String[] PIECES = {
        "a", "films", "%20", "%C3%A9", "%c3%a9", "+", "~", "!", "(x)", "=", "@", ":", "%2F", "%40", "*", "'", ";v=1",
        ",", "$", "&", "-._", "b.mp4", "%25"
    };
    private static final String[] VALUES = {"", "=", "=1", "=%20x+", "=1/2?3", "=%26&", "==", "=a%3Db"};

    private final Random random;

    SdkUrls(Random random) {
        this.random = random;
    }

    /** Another one. */
    String next() {
        return (random.nextBoolean() ? "http://127.0.0.1:8080" : "http://www.example.org") + path() + query();
    }

    /** One without a star. */
    String nextWithoutStar() {
        return next().replace('*', 'x');
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (int segments = 1 + random.nextInt(3); segments > 0; segments--) {
            path.append('/');
            for (int pieces = 1 + random.nextInt(4); pieces > 0; pieces--) {
                path.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return path.toString();
    }

    private String query() {
        if (random.nextInt(3) == 0) {
            return "";
        }
        StringBuilder query = new StringBuilder("?").append((char) ('a' + random.nextInt(26)));
        for (int more = random.nextInt(4); more > 0; more--) {
            query.append(VALUES[random.nextInt(VALUES.length)]).append('&').append((char) ('a' + random.nextInt(26)));
        }
        return query.toString();
    }
}
