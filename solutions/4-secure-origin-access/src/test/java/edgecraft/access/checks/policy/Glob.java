package edgecraft.access.checks.policy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns of policies: {@code *} stands for any characters, {@code ?} for one. */
final class Glob {

    private static final int PARTS_OF_ARN = 6;

    private Glob() {}

    static boolean matches(String pattern, String text) {
        String regex = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }

    /** Part for part, as the operators for ARNs do it: no wildcard reaches over a colon, but for the last part. */
    static boolean matchesArn(String pattern, String text) {
        String[] patterns = pattern.split(":", PARTS_OF_ARN);
        String[] parts = text.split(":", PARTS_OF_ARN);
        if (patterns.length != PARTS_OF_ARN || parts.length != PARTS_OF_ARN) {
            return false;
        }
        for (int i = 0; i < PARTS_OF_ARN; i++) {
            if (!matches(patterns[i], parts[i])) {
                return false;
            }
        }
        return true;
    }
}
