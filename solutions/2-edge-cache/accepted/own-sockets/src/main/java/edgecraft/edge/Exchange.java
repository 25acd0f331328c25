package edgecraft.edge;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One request and its answer over one connection of a pool. */
final class Exchange {

    private static final Set<String> EXPECTED_TO_HAVE_A_BODY = Set.of("POST", "PUT", "PATCH");

    private final ConnectionPool pool;
    private final Connection connection;
    private final @Nullable Upload upload;
    private boolean heard;
    private boolean over;

    Exchange(ConnectionPool pool, Connection connection, @Nullable Upload upload) {
        this.pool = pool;
        this.connection = connection;
        this.upload = upload;
    }

    /** Whether anything of an answer came. */
    boolean hasHeard() {
        return heard;
    }

    /** Sends the head of a request, and begins to send its body. */
    void send(OriginRequest request, String host, Executor threads) throws IOException {
        OutputStream out = connection.out();
        out.write((request.method() + " " + request.target() + " HTTP/1.1\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(("Host: " + host + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        write(request.fields(), out);
        write(framing(request), out);
        out.write(new byte[] {'\r', '\n'});
        out.flush();
        if (upload != null) {
            upload.start(connection, threads);
        }
    }

    /** Waits for the answer. */
    OriginAnswer receive(String method, Duration patience) throws IOException {
        awaitFirstByte(patience);
        heard = true;
        AnswerHead head = AnswerHead.read(connection.in());
        Fields fields = head.fields();
        if (fields.has("Transfer-Encoding")) {
            fields = fields.without("Content-Length");
        }
        FramedBody body = frame(method, head, fields);
        return new OriginAnswer(head.status(), fields, body, this::abort);
    }

    /** Ends the connection, unless the exchange has ended in good order. */
    synchronized void abort() {
        if (!over) {
            over = true;
            pool.end(connection);
        }
    }

    private Fields framing(OriginRequest request) {
        if (upload != null) {
            return upload.framing();
        }
        return EXPECTED_TO_HAVE_A_BODY.contains(request.method()) ? Fields.of("Content-Length", "0") : Fields.of();
    }

    private static void write(Fields fields, OutputStream out) throws IOException {
        for (Fields.Line line : fields.lines()) {
            out.write((line.name() + ": " + line.value() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void awaitFirstByte(Duration patience) throws IOException {
        BufferedInputStream in = (BufferedInputStream) connection.in();
        in.mark(1);
        while (true) {
            try {
                if (in.read() < 0) {
                    throw new IOException("the connection was closed without an answer");
                }
                in.reset();
                return;
            } catch (SocketTimeoutException timeIsUp) {
                if (upload == null || !upload.isMoving(patience)) {
                    throw timeIsUp;
                }
            }
        }
    }

    /** How the body's end is told (RFC 9112 §6.3). */
    private FramedBody frame(String method, AnswerHead head, Fields fields) throws IOException {
        InputStream in = connection.in();
        Runnable whenWhole = () -> finish(head.keepsAlive());
        if (method.equals("HEAD") || head.status() == 204 || head.status() == 304) {
            return new FixedLengthBody(in, 0, whenWhole);
        }
        List<String> codings = fields.members("Transfer-Encoding");
        if (!codings.isEmpty() && codings.get(codings.size() - 1).equalsIgnoreCase("chunked")) {
            return new ChunkedBody(in, whenWhole);
        }
        if (codings.isEmpty() && fields.has("Content-Length")) {
            return new FixedLengthBody(in, lengthIn(fields), whenWhole);
        }
        return new UntilCloseBody(in, () -> finish(false));
    }

    private static long lengthIn(Fields fields) throws IOException {
        List<String> lengths =
                fields.members("Content-Length").stream().distinct().toList();
        if (lengths.size() != 1 || !lengths.get(0).matches("[0-9]{1,18}")) {
            throw new IOException("no length: " + lengths);
        }
        return Long.parseLong(lengths.get(0));
    }

    private synchronized void finish(boolean keep) {
        if (!over) {
            over = true;
            if (keep && (upload == null || upload.isSent())) {
                pool.giveBack(connection);
            } else {
                pool.end(connection);
            }
        }
    }
}
