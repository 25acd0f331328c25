package edgecraft.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.cli.Terminal;
import edgecraft.workshop.course.Course;
import edgecraft.workshop.course.ModuleSpec;
import edgecraft.workshop.course.ModuleSpec.StepSpec;
import edgecraft.workshop.course.Selection;
import edgecraft.workshop.report.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** What slides, handouts and the poster name is there, and every slide says what to do with it. */
class SlidesTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path SLIDES = ROOT.resolve("slides");
    private static final Workspace WORKSPACE = Workspace.of(ROOT);
    private static final Course COURSE = Course.in(WORKSPACE);

    private static final Pattern STEPS = Pattern.compile("(?i)steps? (\\d\\.\\d+(?:(?:,| and| or| to) \\d\\.\\d+)*)");
    private static final Pattern CHECK = Pattern.compile("(?<![.\\d])\\d\\.\\d+/[a-z][a-z0-9-]+");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|`|  )\\./workshop((?: [\\w./:-]+)+)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```java (\\S+)#(\\w+)\n(.*?)^```$");
    private static final Pattern NOTES = Pattern.compile("<!--\n(\\d+) min\nSay: .+\nAsk: .+\nOften wrong: .+\n-->");

    @TestFactory
    Stream<DynamicTest> every_step_named_is_there() {
        List<String> steps = COURSE.modules().stream()
                .flatMap((ModuleSpec module) -> module.steps().stream())
                .map(StepSpec::id)
                .toList();
        return each(
                documents(),
                document -> assertThat(found(STEPS, document)
                                .flatMap(named -> Stream.of(named.group(1).split("(,| and| or| to) "))))
                        .isSubsetOf(steps));
    }

    @TestFactory
    Stream<DynamicTest> every_check_named_is_there() {
        List<String> checks = COURSE.modules().stream()
                .flatMap((ModuleSpec module) -> module.checkIds().stream())
                .toList();
        return each(
                documents(),
                document -> assertThat(found(CHECK, document).map(MatchResult::group))
                        .isSubsetOf(checks));
    }

    @TestFactory
    Stream<DynamicTest> every_command_can_be_given() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine line = Workshop.line(WORKSPACE, new Terminal(nowhere, nowhere, Style.PLAIN));
        return each(
                documents(),
                document -> assertThat(found(COMMAND, document))
                        .allSatisfy(command ->
                                assertThatItCanBeGiven(line, command.group(1).strip())));
    }

    private static void assertThatItCanBeGiven(CommandLine line, String command) {
        String[] words = command.split(" ");
        if (words.length == 1) {
            assertThat(line.getSubcommands()).containsKey(command);
            return;
        }
        line.parseArgs(words);
        if (List.of("check", "hint", "serve").contains(words[0])) {
            assertThat(Selection.of(COURSE, words[1]).checks()).isNotEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> code_is_that_of_the_sources() {
        return each(
                documents(),
                document -> assertThat(found(CODE, document)).allSatisfy(code -> {
                    List<String> source = Files.readAllLines(ROOT.resolve(code.group(1)));
                    assertThat(stripped(source))
                            .containsSequence(stripped(code.group(3).lines().toList()));
                    assertThat(code.group(3).lines().findFirst())
                            .hasValueSatisfying(first -> assertThat(first).contains(code.group(2)));
                }));
    }

    private static List<String> stripped(List<String> lines) {
        return lines.stream().map(String::strip).toList();
    }

    @TestFactory
    Stream<DynamicTest> a_deck_has_15_to_30_slides_and_each_says_what_to_say_and_ask() {
        return each(decks(), deck -> {
            assertThat(slides(deck)).hasSizeBetween(15, 30);
            assertThat(slides(deck)).allSatisfy(slide -> assertThat(slide).containsPattern(NOTES));
        });
    }

    @Test
    void the_guide_has_the_time_that_the_notes_add_up_to() {
        String guide = read(SLIDES.resolve("README.md"));
        assertThat(decks()).isNotEmpty().allSatisfy(deck -> {
            int minutes = found(NOTES, deck)
                    .mapToInt(notes -> Integer.parseInt(notes.group(1)))
                    .sum();
            assertThat(guide)
                    .contains("| [" + deck.getFileName() + "](" + deck.getFileName() + ") | "
                            + slides(deck).size() + " | " + minutes + " |");
        });
    }

    private static List<String> slides(Path deck) {
        String text = read(deck);
        return List.of(text.substring(text.indexOf("\n---\n", 4) + 5).split("\n---\n"));
    }

    private static List<Path> decks() {
        return documents().stream()
                .filter(path -> SLIDES.equals(path.getParent()))
                .filter(path -> path.getFileName().toString().matches("\\d-.*"))
                .toList();
    }

    /** All that is shown or printed. */
    private static List<Path> documents() {
        try (Stream<Path> here = Files.list(SLIDES);
                Stream<Path> handouts = Files.list(SLIDES.resolve("handouts"))) {
            return Stream.concat(here, handouts)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<MatchResult> found(Pattern pattern, Path document) {
        return pattern.matcher(read(document)).results().toList().stream();
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<DynamicTest> each(List<Path> documents, Looking looking) {
        return documents.stream()
                .map(document ->
                        DynamicTest.dynamicTest(SLIDES.relativize(document).toString(), () -> looking.at(document)));
    }

    /** What is looked for in a document. */
    private interface Looking {
        void at(Path document) throws IOException;
    }
}
