package edgecraft.workshop.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import edgecraft.workshop.MachineFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Shows rendered decks to this machine's browsers, and to nobody else. */
final class SlideServer implements AutoCloseable {

    private static final int NO_BODY = -1;
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "pdf", "application/pdf");

    private final HttpServer server;
    private final Map<String, Path> files;

    private SlideServer(HttpServer server, Map<String, Path> files) {
        this.server = server;
        this.files = files;
    }

    /**
     * Serves what is in a directory now: a path that names none of these files is no path, wherever it may lead.
     *
     * @param port where to listen at 127.0.0.1; 0 for any free port
     * @throws MachineFault if it can't listen there
     */
    static SlideServer open(Path directory, int port) throws IOException {
        SlideServer slides = new SlideServer(listening(port), files(directory));
        slides.server.createContext("/", slides::answer);
        slides.server.start();
        return slides;
    }

    /** Where the list of decks is. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static HttpServer listening(int port) {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        } catch (IOException e) {
            throw new MachineFault(
                    "can't listen at 127.0.0.1:" + port + " (" + e.getMessage() + ").",
                    "Leave out --port to get one that is free.",
                    e);
        }
    }

    private static Map<String, Path> files(Path directory) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            all.filter(Files::isRegularFile).forEach(file -> files.put(path(directory, file), file));
        }
        Path index = files.get("/index.html");
        if (index != null) {
            files.put("/", index);
        }
        return files;
    }

    private static String path(Path directory, Path file) {
        return "/" + directory.relativize(file).toString().replace('\\', '/');
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = files.get(exchange.getRequestURI().getRawPath());
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, NO_BODY);
            } else if (file == null) {
                exchange.sendResponseHeaders(404, NO_BODY);
            } else {
                send(exchange, file);
            }
        }
    }

    private static void send(HttpExchange exchange, Path file) throws IOException {
        String name = file.toString();
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, Files.size(file));
        Files.copy(file, exchange.getResponseBody());
    }
}
