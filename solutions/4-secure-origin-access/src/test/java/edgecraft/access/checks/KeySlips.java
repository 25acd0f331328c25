package edgecraft.access.checks;

import edgecraft.kit.DoorSettings;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How else a canonical request may have been signed. */
final class KeySlips {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int QUARTERS = 14 * 4;

    private KeySlips() {}

    /** Other ways to sign, by what is wrong with them. */
    static Map<String, Signing> of(Signing right, DoorSettings settings, Instant now) {
        Map<String, Signing> others = new LinkedHashMap<>();
        keys(right, settings.secretKey(), others);
        chains(right, others);
        times(right, now, others);
        return others;
    }

    private static void keys(Signing right, String secret, Map<String, Signing> others) {
        others.put("the key begins without AWS4", right.withSecret(secret));
        others.put("the secret key is encoded for a URL", right.withSecret("AWS4" + encoded(secret)));
        others.put("the secret key is decoded like a URL", right.withSecret("AWS4" + decoded(secret)));
        others.put("the secret key loses what is no letter or digit", right.withSecret("AWS4" + bare(secret)));
    }

    private static void chains(Signing right, Map<String, Signing> others) {
        List<String> chain = right.chain();
        String date = chain.get(0);
        String region = chain.get(1);
        String service = chain.get(2);
        String end = chain.get(3);
        others.put("the key has no service", right.withChain(List.of(date, region, end)));
        others.put("the key has no region", right.withChain(List.of(date, service, end)));
        others.put("the key has no aws4_request", right.withChain(List.of(date, region, service)));
        others.put(
                "the key has region and date in the wrong order", right.withChain(List.of(region, date, service, end)));
        others.put(
                "the key is made of the whole time", right.withChain(List.of(right.timestamp(), region, service, end)));
        for (String other : List.of("us-east-1", "eu-central-1", region.toUpperCase(Locale.ROOT))) {
            others.put("the key is for the region " + other, right.withChain(List.of(date, other, service, end)));
            others.put("the region is " + other, right.withScope(List.of(date, other, service, end)));
        }
        for (String other : List.of("S3", "service", "s3-object-lambda")) {
            others.put("the service is " + other, right.withScope(List.of(date, region, other, end)));
        }
    }

    /** Some sign with the time of another place, or of another moment. */
    private static void times(Signing right, Instant now, Map<String, Signing> others) {
        List<String> rest = right.chain().subList(1, 4);
        for (int days : List.of(-1, 1)) {
            String day = Signing.timestamp(now.plus(DAY.multipliedBy(days))).substring(0, 8);
            List<String> other = List.of(day, rest.get(0), rest.get(1), rest.get(2));
            others.put("the key is that of the day " + day, right.withChain(other));
            others.put("the scope is that of the day " + day, right.withScope(other));
        }
        for (int quarters = -QUARTERS; quarters <= QUARTERS; quarters++) {
            String local = Signing.timestamp(now.plus(Duration.ofMinutes(15L * quarters)));
            others.putIfAbsent("the time in it is " + local, right.withTimestamp(local));
        }
        for (int seconds : List.of(-1, 1)) {
            String near = Signing.timestamp(now.plusSeconds(seconds));
            others.put("the time in it is " + near, right.withTimestamp(near));
        }
        String real = Signing.timestamp(Instant.now());
        others.put("the time in it is the machine's, " + real, right.withTimestamp(real));
        others.put(
                "the time in it is the date alone",
                right.withTimestamp(right.chain().get(0)));
        others.put("the time in it is an ISO date", right.withTimestamp(now.toString()));
    }

    private static String encoded(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    private static String decoded(String secret) {
        try {
            return URLDecoder.decode(secret, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException percentSign) {
            return secret;
        }
    }

    private static String bare(String secret) {
        return secret.replaceAll("[^A-Za-z0-9]", "");
    }
}
