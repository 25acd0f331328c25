package edgecraft.access.checks;

import java.util.List;

/** Heads that no client of yours would send, each for one target. */
final class OddHeads {

    private static final String END = "Connection: close\r\n\r\n";

    private OddHeads() {}

    /** Those that one server reads in one way, and the next in another. */
    static List<String> ambiguous(String target, String host) {
        String line = "GET " + target + " HTTP/1.1\r\n";
        String right = "Host: " + host + "\r\n";
        return List.of(
                line + END,
                line + right + right + END,
                line + right + "Host: www.example.org\r\n" + END,
                line + "Host: www.example.org\r\n" + right + END,
                line + "Host : " + host + "\r\n" + END,
                line + "Host: " + host + ", www.example.org\r\n" + END,
                line + "Host: a b\r\n" + END,
                line + right + "Cookie : a=1\r\n" + END,
                line + right + "X-A\t: 1\r\n" + END,
                line + right + "X-A: 1\r\n folded\r\n" + END,
                line + right + "Cookie: a=1;\r\n\tb=2\r\n" + END,
                line + " " + right + END,
                line + right + "no colon\r\n" + END,
                line + right + ": no name\r\n" + END,
                line + right + "X(A): 1\r\n" + END,
                line + right + "X-\u00c4: 1\r\n" + END,
                line + right + "X-A: 1\rX-B: 2\r\n" + END,
                line + right + "X-A: a\u0000b\r\n" + END,
                line + right + "X\u0000A: 1\r\n" + END,
                "GET " + target + " HTTP/1.1 x\r\n" + right + END,
                "GET " + target + " HTTP/2.0\r\n" + right + END,
                "GET " + target + " HTTP/1.12\r\n" + right + END,
                "GET " + target + "\u0000 HTTP/1.1\r\n" + right + END,
                "GET " + target + "\rX-A: 1 HTTP/1.1\r\n" + right + END,
                "GET\u0000 " + target + " HTTP/1.1\r\n" + right + END,
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n");
    }

    /** Those that have one meaning, which is seldom said so. */
    static List<String> plain(String target, String host) {
        return List.of(
                "GET " + target + " HTTP/1.0\r\n\r\n",
                "GET " + target + " HTTP/1.0\r\nHost: " + host + "\r\n\r\n",
                "GET " + target + " HTTP/1.0\r\nCookie: CloudFront-Expires=1\r\n\r\n",
                "GET " + target + " HTTP/1.1\r\nHost:\r\n" + END,
                "GET " + target + " HTTP/1.1\r\nhOST:" + host + "   \r\n" + END,
                "\r\nGET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + END,
                "GET " + target + " HTTP/1.1\nHost: " + host + "\n" + END.replace("\r", ""),
                "GET " + target + "\r\n",
                "GET  " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + END,
                "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nX-A:\r\nX-A: \t \r\n" + END,
                "GET " + target + " HTTP/1.1\r\nHost: " + host
                        + "\r\nX-A: \u00e9\u00ff\r\nCookie: \u00e9=\u00ff; a=\u0080\r\n" + END,
                "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nCookie:\r\nCookie: ;\r\nCookie: =; ==;;\r\n"
                        + END,
                "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nExpect: 100-continue\r\n" + END);
    }
}
