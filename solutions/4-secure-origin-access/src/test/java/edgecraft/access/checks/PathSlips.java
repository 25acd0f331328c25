package edgecraft.access.checks;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What else than the path as it was sent may have been signed. */
final class PathSlips {

    private static final Pattern ENCODED = Pattern.compile("%[0-9A-F]{2}");

    /** RFC 3986: what may stand in a path as it is, and is encoded nevertheless for S3. */
    private static final String RAW = "!$&'()*+,;=:@";

    private PathSlips() {}

    /**
     * Other paths, by what is wrong with them.
     *
     * @param path as sent
     * @param bucket its first segment
     * @param asked the target that the viewer asked for
     */
    static Map<String, String> of(String path, String bucket, String asked) {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("the path is encoded twice", path.replace("%", "%25"));
        paths.put("the path is decoded and not encoded again", decoded(path));
        paths.put("the path is spelled as the viewer spelled it", "/" + bucket + asked.split("\\?", 2)[0]);
        paths.put("the bucket is left out of the path", path.substring(("/" + bucket).length()));
        paths.put("the path is tidied up: //, /./ and /../ are taken out", tidied(path));
        paths.put("two slashes in a row are taken for one", path.replaceAll("/{2,}", "/"));
        paths.put("the slash at the end of the path is left out", path.replaceAll("/+$", ""));
        paths.put("a slash is added to the end of the path", path + "/");
        paths.put("a space in the path is a plus", path.replace("%20", "+"));
        paths.put("a plus in the path is a space", path.replace("%2B", "%20"));
        paths.put("a plus in the path is not encoded", path.replace("%2B", "+"));
        paths.put("! $ & ' ( ) * + , ; = : @ in the path are not encoded", raw(path));
        paths.put("a tilde in the path is encoded", path.replace("~", "%7E"));
        paths.put("the path is encoded like a form", form(path));
        paths.put("the slashes of the path are encoded", path.replace("/", "%2F"));
        paths.put("the path has its hex digits in lower case", lower(path));
        return paths;
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String raw(String path) {
        return ENCODED.matcher(path).replaceAll(match -> {
            char c = (char) Integer.parseInt(match.group().substring(1), 16);
            return (RAW.indexOf(c) >= 0 ? String.valueOf(c) : match.group()).replace("$", "\\$");
        });
    }

    /** {@code URLEncoder} spells it so. */
    private static String form(String path) {
        return path.replace("%20", "+").replace("~", "%7E").replace("%2A", "*");
    }

    private static String lower(String path) {
        return ENCODED.matcher(path).replaceAll(match -> match.group().toLowerCase(Locale.ROOT));
    }

    private static String tidied(String path) {
        String tidy = path.replaceAll("/{2,}", "/");
        String before;
        do {
            before = tidy;
            tidy = tidy.replaceFirst("/\\.(?=/|$)", "").replaceFirst("/(?!\\.\\.(/|$))[^/]*/\\.\\.(?=/|$)", "");
        } while (!tidy.equals(before));
        return tidy.isEmpty() ? "/" : tidy;
    }
}
