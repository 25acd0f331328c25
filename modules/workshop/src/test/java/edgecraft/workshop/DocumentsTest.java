package edgecraft.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.cli.Terminal;
import edgecraft.workshop.report.Style;
import edgecraft.workshop.stage.Pristine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Commands and paths that documents name exist. */
class DocumentsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern COMMAND = Pattern.compile("\\./workshop ([a-z]+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
    private static final Pattern PATH =
            Pattern.compile("`((?:modules|solutions|slides|\\.github|\\.ci)/[A-Za-z0-9_./-]*[A-Za-z0-9_])`");

    /** Made by the slides' own tool, and in no commit. */
    private static final String RENDERED = "slides/rendered";

    @TestFactory
    Stream<DynamicTest> every_command_named_is_there() throws IOException {
        String help = help();
        return documents().stream()
                .map(document -> DynamicTest.dynamicTest(
                        name(document),
                        () -> assertThat(found(COMMAND, document))
                                .allSatisfy(command -> assertThat(help).containsPattern("(?m)^  " + command + " "))));
    }

    @TestFactory
    Stream<DynamicTest> every_path_named_is_there() throws IOException {
        return documents().stream()
                .map(document -> DynamicTest.dynamicTest(name(document), () -> {
                    assertThat(found(LINK, document))
                            .allSatisfy(link ->
                                    assertThat(document.resolveSibling(link)).exists());
                    for (String module : Pristine.modules()) {
                        assertThat(found(PATH, document))
                                .filteredOn(path -> !path.startsWith(RENDERED))
                                .allSatisfy(path -> assertThat(ROOT.resolve(path.replace("N-topic", module)))
                                        .exists());
                    }
                }));
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT, 4)) {
            return all.filter(path -> path.toString().endsWith(".md"))
                    .filter(path -> !ROOT.relativize(path).toString().contains("target"))
                    .filter(path -> !ROOT.relativize(path).toString().contains("node_modules"))
                    .filter(path -> !ROOT.relativize(path).startsWith(".edgecraft"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> found(Pattern pattern, Path document) throws IOException {
        return pattern.matcher(Files.readString(document))
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }

    private static String help() {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        Workshop.run(Workspace.of(ROOT), new Terminal(out, out, Style.PLAIN), "--help");
        return said.toString();
    }

    private static String name(Path document) {
        return ROOT.relativize(document).toString();
    }
}
