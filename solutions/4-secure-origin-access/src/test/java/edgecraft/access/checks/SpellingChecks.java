package edgecraft.access.checks;

import static edgecraft.fixtures.Expect.assertThat;

import edgecraft.fixtures.Bucket;
import edgecraft.fixtures.Randoms;
import edgecraft.fixtures.StoredObject;
import edgecraft.fixtures.Viewer;
import edgecraft.kit.AccessSettings;
import edgecraft.workshop.check.Check;
import edgecraft.workshop.check.Fixtures;
import edgecraft.workshop.check.Instance;
import edgecraft.workshop.check.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

@Step("4.1")
class SpellingChecks {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /** RFC 3986: what else may stand in a path as it is. */
    private static final String ALLOWED = "!$&'()*+,;=:@";

    private static final int BYTES = 256;
    private static final int AT_ONCE = 8;

    @Check(
            id = "hard-keys",
            title = "the bucket finds the signature right whatever the key is made of",
            reference = "S3 guide: naming objects; S3 API: signature calculations")
    void hardKeys(Bucket bucket, Viewer viewer, Randoms random) {
        String name = random.name();
        assertRead(bucket, viewer, random, name + "/plain.txt", "/" + name + "/plain.txt");
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put(name + "/a b.txt", "/" + name + "/a%20b.txt");
        paths.put(name + "/a+b.txt", "/" + name + "/a+b.txt");
        paths.put(name + "/50%.txt", "/" + name + "/50%25.txt");
        paths.put(name + "/a%20b.txt", "/" + name + "/a%2520b.txt");
        paths.put(name + "/!$&'()*+,;=:@-._~", "/" + name + "/!$&'()*+,;=:@-._~");
        paths.put(name + "/what?.txt", "/" + name + "/what%3f.txt");
        paths.put(name + "/caf\u00e9", "/" + name + "/caf%c3%a9");
        paths.put(name + "/\u6771\u4eac", "/" + name + "/%E6%9D%B1%e4%ba%ac");
        paths.put(name + "/alpha", "/" + name + "%2F%61lph%61");
        paths.put(name + "//two", "/" + name + "//two");
        paths.put(name + "/./dot", "/" + name + "/./dot");
        paths.put(name + "/x/../up", "/" + name + "/x/%2e%2e/up");
        paths.forEach((key, path) -> {
            if (bucket.takes(key)) {
                assertRead(bucket, viewer, random, key, path);
            }
        });
    }

    private static void assertRead(Bucket bucket, Viewer viewer, Randoms random, String key, String path) {
        StoredObject object = bucket.put(random.object(key));
        assertThat(viewer.get(path))
                .because("the bucket has the object " + key)
                .hasStatus(200)
                .hasBody(object.body());
        assertThat(viewer.head(path))
                .because("that is what GET is answered")
                .hasStatus(200)
                .hasField("Content-Length", Integer.toString(object.body().length))
                .hasNoBody();
    }

    @Check(
            id = "one-spelling",
            title = "however a viewer spells a path, one spelling of it is sent and signed",
            reference = "S3 API: signature calculations (UriEncode)")
    void oneSpelling(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        bucket.assertServed();

        Map<String, String> spellings = new LinkedHashMap<>();
        spellings.put("%61%5A%30%2d%2E%5f%7e", "aZ0-._~");
        spellings.put("%c3%a9%C3%a9", "%C3%A9%C3%A9");
        spellings.put("!*'()", "%21%2A%27%28%29");
        spellings.put("a+b%2bc%2Bd", "a%2Bb%2Bc%2Bd");
        spellings.put("a%20b", "a%20b");
        spellings.put("a%2Fb%2fc", "a/b/c");
        spellings.put("a%2520b%252Fc", "a%2520b%252Fc");
        spellings.put("a;v=1,2", "a%3Bv%3D1%2C2");
        spellings.put("a%3Fb%23c", "a%3Fb%23c");
        spellings.put("$&:@", "%24%26%3A%40");
        spellings.put("~a", "~a");
        spellings.forEach((spelled, sent) -> {
            String folder = "/" + random.name() + "/";
            bucket.assertAsks(folder + spelled, folder + sent);
            bucket.assertAsksBy("HEAD", folder + spelled, folder + sent);
        });
        // What a viewer should have encoded, but did not.
        String folder = "/" + random.name() + "/";
        bucket.assertAsksRaw(folder + "a|b^c{d}", folder + "a%7Cb%5Ec%7Bd%7D");
        bucket.assertServed();
    }

    @Check(
            id = "every-byte",
            title = "each byte of a path is either one of the 66 that stand for themselves, or encoded",
            reference = "S3 API: signature calculations (UriEncode)")
    void everyByte(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        bucket.assertServed();

        for (int first = 1; first < BYTES; first += AT_ONCE) {
            StringBuilder spelled = new StringBuilder("/" + random.name());
            StringBuilder sent = new StringBuilder(spelled);
            for (int b = first; b < Math.min(BYTES, first + AT_ONCE); b++) {
                spelled.append("_").append(encoded(b).toLowerCase(Locale.ROOT));
                sent.append("_").append(canonical(b));
            }
            bucket.assertAsks(spelled.toString(), sent.toString());
        }
        for (char c : (UNRESERVED + ALLOWED).toCharArray()) {
            String folder = "/" + random.name() + "-";
            bucket.assertAsks(folder + c, folder + canonical(c));
        }
        bucket.assertServed();
    }

    private static String canonical(int b) {
        return b == '/' || UNRESERVED.indexOf(b) >= 0 ? String.valueOf((char) b) : encoded(b);
    }

    private static String encoded(int b) {
        return String.format(Locale.ROOT, "%%%02X", b);
    }

    @Check(
            id = "never-tidied",
            title = "slashes and dots stay as many as they are: to a bucket they are characters",
            reference = "S3 API: signature calculations (do not normalize)")
    void neverTidied(Instance<AccessSettings> server, Fixtures fixtures, Randoms random) {
        PlayedBucket bucket = PlayedBucket.of(server, fixtures);
        bucket.assertServed();

        String folder = "/" + random.name();
        for (String path : List.of(
                "//a", "/a//b", "/a///", "/a/", "/a/./b", "/./a", "/a/.", "/a/../b", "/a/..", "/a/...", "/..a")) {
            bucket.assertAsks(folder + path, folder + path);
        }
        bucket.assertAsks("/" + folder, "/" + folder);
        bucket.assertAsks(folder + "/%2e%2e/b", folder + "/../b");
        bucket.assertAsks(folder + "/.%2E/b", folder + "/../b");
        bucket.assertAsks(folder + "/%2e/b%2f", folder + "/./b/");
        bucket.assertAsks(folder + "/a%2F%2Fb", folder + "/a//b");
        bucket.assertAsks(folder + "/%252e%252e/b", folder + "/%252e%252e/b");
        bucket.assertServed();
    }
}
