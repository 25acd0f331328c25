package edgecraft.origin;

import java.util.ArrayList;
import java.util.List;

/** The value of {@code If-Match} or {@code If-None-Match}: the star, or tags. */
record TagList(boolean any, List<String> strong, List<String> weak) {

    /** Reads tags until something comes that is none. */
    static TagList parse(String value) {
        List<String> strong = new ArrayList<>();
        List<String> weak = new ArrayList<>();
        int at = 0;
        while (at < value.length()) {
            if (", \t".indexOf(value.charAt(at)) >= 0) {
                at++;
                continue;
            }
            boolean isWeak = value.startsWith("W/", at);
            int begin = isWeak ? at + 2 : at;
            int end = value.startsWith("\"", begin) ? value.indexOf('"', begin + 1) : -1;
            if (end < 0) {
                break;
            }
            (isWeak ? weak : strong).add(value.substring(begin, end + 1));
            at = end + 1;
        }
        return new TagList(value.strip().equals("*"), strong, weak);
    }

    boolean hasStrong(String tag) {
        return any || strong.contains(tag);
    }

    boolean has(String tag) {
        return hasStrong(tag) || weak.contains(tag);
    }
}
