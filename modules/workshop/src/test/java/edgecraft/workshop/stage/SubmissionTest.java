package edgecraft.workshop.stage;

import static org.assertj.core.api.Assertions.assertThat;

import edgecraft.workshop.Samples;
import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTest {

    private static final String PACKAGE = "src/main/java/edgecraft/sample/";

    @TempDir
    private Path temporary = Path.of("");

    @Test
    void files_of_the_package_that_are_not_given_are_the_learners() throws IOException {
        write("Own.java", "class Own {}");
        write("deep/Own.java", "class Own {}");
        write("Given.java", "class Given {}");
        write("notes.txt", "none of it");

        assertThat(submission().files()).containsExactly(PACKAGE + "Own.java", PACKAGE + "deep/Own.java");
        assertThat(submission().excess()).isEmpty();
    }

    @Test
    void what_a_link_leads_to_is_not_the_learners() throws IOException {
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("Answer.java"), "class Answer {}");
        write("Own.java", "class Own {}");
        Files.createSymbolicLink(home().resolve(PACKAGE + "Answer.java"), elsewhere.resolve("Answer.java"));
        Files.createSymbolicLink(home().resolve(PACKAGE + "more"), elsewhere);

        assertThat(submission().files()).containsExactly(PACKAGE + "Own.java");
    }

    @Test
    void a_package_that_a_link_leads_to_is_empty() throws IOException {
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere/edgecraft/sample"));
        Files.writeString(elsewhere.resolve("Answer.java"), "class Answer {}");
        Files.createDirectories(home().resolve("src/main"));
        Files.createSymbolicLink(home().resolve("src/main/java"), temporary.resolve("elsewhere"));

        assertThat(submission().files()).isEmpty();
    }

    @Test
    void more_files_than_anybody_writes_are_refused() throws IOException {
        for (int i = 0; i <= 1_000; i++) {
            write("Many" + i + ".java", "");
        }
        assertThat(submission().excess())
                .containsExactly(
                        "error: there are more than 1,000 files in modules/9-sample/src/main/java/edgecraft/sample;"
                                + " take out what does not belong there");
    }

    @Test
    void more_text_than_anybody_writes_is_refused() throws IOException {
        write("Own.java", "class Own {}");
        write("Large.java", " ".repeat(4 << 20));
        assertThat(submission().excess())
                .containsExactly("error: your files are larger than 4 MiB together; the largest is"
                        + " modules/9-sample/src/main/java/edgecraft/sample/Large.java");
    }

    private Submission submission() {
        return new Submission(Samples.module(), home());
    }

    private Path home() {
        return temporary.resolve("home");
    }

    private void write(String file, String text) throws IOException {
        Path path = home().resolve(PACKAGE + file);
        Workspace.directoryOf(path);
        Files.writeString(path, text);
    }
}
