package edgecraft.workshop.cli;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the decks in the browser. */
@Command(
        name = "slides",
        mixinStandardHelpOptions = true,
        description = "The decks, for a browser of this machine: slides, presenter's notes, handouts and the poster.")
public final class SlidesCommand implements Callable<Integer> {

    private static final String RENDERED = "slides/rendered";

    private final Workspace workspace;
    private final Terminal terminal;

    @Option(names = "--port", paramLabel = "PORT", description = "where to listen; any free port if you don't say")
    private int port;

    public SlidesCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path rendered = workspace.root().resolve(RENDERED);
        if (!Files.isRegularFile(rendered.resolve("index.html"))) {
            throw new Misuse(
                    "there are no rendered decks in " + RENDERED + ".\n"
                            + "A release has them; or render them, with Node 20 and Chromium: cd slides && npm ci && npm run render");
        }
        try (SlideServer slides = SlideServer.open(rendered, port)) {
            terminal.out().println("Your slides   " + slides.uri());
            terminal.out()
                    .println("In a deck: arrows go on and back, f fills the screen, p opens the presenter's view.");
            terminal.out().println("Press Enter or Ctrl-C to end.");
            untilEnter();
        }
        return 0;
    }

    /** Without somebody at the keyboard it serves until it is ended from outside. */
    private static void untilEnter() throws IOException, InterruptedException {
        int key = System.in.read();
        while (key != '\n') {
            if (key < 0) {
                new CountDownLatch(1).await();
            }
            key = System.in.read();
        }
    }
}
