package edgecraft.edge;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Status line and fields of an answer, as read from a connection (RFC 9112 §4, §5).
 *
 * @param minor the minor version: 0 of HTTP/1.0, 1 of HTTP/1.1
 * @param status the status code
 * @param fields all field lines
 */
record AnswerHead(int minor, int status, Fields fields) {

    private static final int LONGEST = 256 * 1024;

    /** The next final head; interim ones (1xx) before it are skipped. */
    static AnswerHead read(InputStream in) throws IOException {
        AnswerHead head = readOne(in);
        while (head.status < 200) {
            head = readOne(in);
        }
        return head;
    }

    /** Whether the connection stays open after this answer, if both sides keep to its framing. */
    boolean keepsAlive() {
        List<String> options = fields.members("Connection");
        return minor == 0
                ? options.stream().anyMatch("keep-alive"::equalsIgnoreCase)
                : options.stream().noneMatch("close"::equalsIgnoreCase);
    }

    private static AnswerHead readOne(InputStream in) throws IOException {
        String statusLine = readLine(in, LONGEST);
        if (!statusLine.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
            throw new IOException("no status line of HTTP/1: " + statusLine);
        }
        int minor = statusLine.charAt(7) - '0';
        int status = Integer.parseInt(statusLine.substring(9, 12));
        return new AnswerHead(minor, status, readFields(in));
    }

    /** Field lines up to an empty one. */
    static Fields readFields(InputStream in) throws IOException {
        List<Fields.Line> lines = new ArrayList<>();
        int left = LONGEST;
        for (String line = readLine(in, left); !line.isEmpty(); line = readLine(in, left)) {
            left -= line.length();
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                foldInto(lines, line);
            } else {
                lines.add(fieldOf(line));
            }
        }
        return new Fields(lines);
    }

    private static Fields.Line fieldOf(String line) throws IOException {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IOException("no field line: " + line);
        }
        return new Fields.Line(
                line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    private static void foldInto(List<Fields.Line> lines, String more) throws IOException {
        if (lines.isEmpty()) {
            throw new IOException("a field line goes on that has not begun");
        }
        Fields.Line last = lines.remove(lines.size() - 1);
        lines.add(new Fields.Line(last.name(), last.value() + " " + more.strip()));
    }

    /** One line in ISO 8859-1, without its end. */
    static String readLine(InputStream in, int longest) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed within a line");
            }
            if (line.length() >= longest) {
                throw new IOException("too long a line");
            }
            line.append((char) c);
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }
}
