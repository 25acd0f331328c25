package edgecraft.access.checks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Policies that one should not read too eagerly. Without what is odd in them they would let in. */
final class PolicyBombs {

    /** As many characters as fit into a head, about. */
    private static final int ROOM = 4_800;

    private final String good;
    private final String url;
    private final String later;

    PolicyBombs(String url, Instant later) {
        this.url = url;
        this.later = Long.toString(later.getEpochSecond());
        this.good = PolicyText.canned(url, later);
    }

    /** Deep ones, long ones, and some that are too long for any head. */
    List<String> deepAndHuge() {
        List<String> all = new ArrayList<>();
        for (int depth : new int[] {900, 2_000, ROOM, 100_000}) {
            all.add("[".repeat(depth));
            all.add("[".repeat(depth / 2) + "]".repeat(depth / 2));
            all.add("{\"a\":".repeat(depth / 5));
            all.add("{\"Statement\":[".repeat(depth / 14));
            all.add(good.replace("\"" + url + "\"", "[".repeat(depth / 3) + "\"*\"" + "]".repeat(depth / 3)));
            all.add(good.replace(":" + later, ":" + "[".repeat(depth / 3) + later + "]".repeat(depth / 3)));
        }
        for (String number : List.of(
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1E+2147483647",
                "1e99999999999999999999",
                "1" + "0".repeat(20),
                "1" + "0".repeat(100),
                "1" + "0".repeat(900),
                "-1" + "0".repeat(900),
                "1" + "0".repeat(4_000),
                "0." + "0".repeat(4_000) + "1",
                "9223372036854775808",
                "18446744073709551616",
                "-9223372036854775809",
                "1" + "0".repeat(100_000))) {
            all.add(good.replace(":" + later, ":" + number));
            all.add(good.replace(
                    "}}}]}", "},\"DateGreaterThan\":{\"AWS:EpochTime\":" + number.replace("-", "") + "}}}]}"));
        }
        String statement = good.substring("{\"Statement\":[".length(), good.length() - 2);
        all.add("{\"Statement\":[" + (statement + ",").repeat(ROOM / statement.length()) + statement + "]}");
        all.add("{\"Statement\":[" + "{},".repeat(ROOM / 3 - 20) + statement + "]}");
        all.add(good.replace("{\"DateLessThan\"", "{" + members() + "\"DateLessThan\""));
        all.add(good.replace("}}}]}", "},\"IpAddress\":{\"AWS:SourceIp\":\"" + "1.".repeat(ROOM / 3) + "\"}}}]}"));
        all.add(good.replace(
                "}}}]}", "},\"IpAddress\":{\"AWS:SourceIp\":\"0.0.0.0/" + "9".repeat(ROOM / 2) + "\"}}}]}"));
        all.add(good.replace("}}}]}", "},\"IpAddress\":{\"AWS:SourceIp\":\"" + ":".repeat(ROOM / 2) + "/0\"}}}]}"));
        all.add(good.replace(url, "\\u0061".repeat(ROOM / 7)));
        all.add(good.replace(url, url + "a".repeat(1 << 20)));
        return all;
    }

    private static String members() {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            members.append("\"m").append(i).append("\":0,");
        }
        return members.toString();
    }

    /** By other encodings, and with bytes that are none of UTF-8's. */
    List<byte[]> oddEncodings() {
        List<byte[]> all = new ArrayList<>();
        for (String name : List.of(
                "UTF-16BE",
                "UTF-16LE",
                "UTF-16",
                "UTF-32BE",
                "UTF-32LE",
                "x-UTF-16LE-BOM",
                "X-UTF-32BE-BOM",
                "IBM037")) {
            if (Charset.isSupported(name)) {
                all.add(good.getBytes(Charset.forName(name)));
                all.add(("\uFEFF" + good).getBytes(Charset.forName(name)));
            }
        }
        all.add(("\uFEFF" + good).getBytes(StandardCharsets.UTF_8));
        // A slash in two, three and four bytes; halves of surrogate pairs; bytes that begin nothing.
        for (int[] bytes : new int[][] {
            {0xc0, 0xaf},
            {0xe0, 0x80, 0xaf},
            {0xf0, 0x80, 0x80, 0xaf},
            {0xed, 0xa0, 0x80},
            {0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80},
            {0xff},
            {0x80},
            {0xc3},
            {0xe9},
            {0xf4, 0x90, 0x80, 0x80},
            {0xc0, 0x80},
            {0xfe, 0xff}
        }) {
            all.add(with("/films/", "/films\u0000", bytes));
            all.add(with("/films/", "/\u0000ilms/", bytes));
            all.add(with("\"Resource\":\"" + url, "\"Resource\":\"*\u0000", bytes));
            all.add(with("{\"Statement\"", "{\u0000\"Statement\"", bytes));
        }
        for (String odd : List.of(
                "\\ud800",
                "\\udc00",
                "\\ud800\\ud800",
                "\\ud800x",
                "\\u0000",
                "\u0000",
                "\\u00",
                "\\u{61}",
                "\\x61",
                "\\",
                "\\/",
                "\u0001",
                "\n",
                "\t",
                "\r",
                "\u007f",
                "\u00e9")) {
            all.add(good.replace(url, url + odd).getBytes(StandardCharsets.UTF_8));
            all.add(good.replace(url, odd + url).getBytes(StandardCharsets.UTF_8));
        }
        return all;
    }

    /** The good one, with bytes where the changed text has a NUL. */
    private byte[] with(String text, String changed, int... bytes) {
        String[] parts = good.replace(text, changed).split("\u0000", 2);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(parts[0].getBytes(StandardCharsets.UTF_8));
        for (int b : bytes) {
            all.write(b);
        }
        all.writeBytes(parts[1].getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    /** Each has a part that lets in, and one that doesn't. */
    List<String> twoMeanings() {
        List<String> all = new ArrayList<>();
        String elsewhere = good.replace(url, "http://www.example.org/x");
        String over = good.replace(":" + later, ":1");
        for (String name : List.of("Statement", "Stat\\u0065ment", "\\u0053tatement")) {
            all.add(good.substring(0, good.length() - 1) + ",\"" + name + "\":"
                    + elsewhere.substring("{\"Statement\":".length()));
            all.add(over.substring(0, over.length() - 1) + ",\"" + name + "\":"
                    + good.substring("{\"Statement\":".length()));
        }
        for (String name : List.of("Resource", "R\\u0065source")) {
            all.add(good.replace("\"Resource\"", "\"" + name + "\":\"http://www.example.org/x\",\"Resource\""));
            all.add(good.replace(",\"Condition\"", ",\"" + name + "\":\"http://www.example.org/x\",\"Condition\""));
        }
        for (String name : List.of("AWS:EpochTime", "AWS\\u003aEpochTime", "AWS:\\u0045pochTime")) {
            all.add(good.replace("{\"AWS:EpochTime\"", "{\"" + name + "\":1,\"AWS:EpochTime\""));
            all.add(good.replace(later + "}", later + ",\"" + name + "\":1}"));
        }
        for (String name : List.of("DateLessThan", "Date\\u004cessThan")) {
            all.add(good.replace("{\"DateLessThan\"", "{\"" + name + "\":{\"AWS:EpochTime\":1},\"DateLessThan\""));
            all.add(good.replace("}}}]}", "},\"" + name + "\":{\"AWS:EpochTime\":1}}}]}"));
        }
        all.add(good.replace(
                "{\"DateLessThan\"", "{/*\"IpAddress\":{\"AWS:SourceIp\":\"192.0.2.0/24\"},*/\"DateLessThan\""));
        all.add(good.replace("{\"DateLessThan\"", "{//\n\"DateLessThan\""));
        for (String number : List.of(
                "0" + later,
                "+" + later,
                later + ".",
                "0x7fffffff",
                "NaN",
                "Infinity",
                "-0",
                later + "e",
                "1_795_000_000",
                "." + later)) {
            all.add(good.replace(":" + later, ":" + number));
        }
        for (String after : List.of(elsewhere, over, "\n" + good, ",", "]", "\"", " x", "\u0000", "\u001a")) {
            all.add(good + after);
        }
        all.add(good.replace('"', '\''));
        all.add(good.replace("\"Statement\"", "Statement"));
        all.add(good.replace("[{", "[,{"));
        all.add(good.replace("\":{", "\"=>{"));
        all.add(good.replace("}}}]}", "},}}]}"));
        return all;
    }
}
