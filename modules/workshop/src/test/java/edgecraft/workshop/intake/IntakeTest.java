package edgecraft.workshop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgecraft.workshop.Misuse;
import edgecraft.workshop.Samples;
import edgecraft.workshop.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

    private static final String OWN = "package edgecraft.sample; class Own {}";
    private static final String PLACE = "src/main/java/edgecraft/sample/";

    @TempDir
    Path temporary;

    @Test
    void a_clone_a_module_and_bare_files_come_to_the_same() throws Exception {
        for (String place :
                List.of("modules/9-sample/" + PLACE, "alice/modules/9-sample/" + PLACE, PLACE, "", "a/b/c/")) {
            Path handedIn = Files.createTempDirectory(temporary, "in");
            write(handedIn.resolve(place + "Own.java"), OWN);
            write(handedIn.resolve(place + "deep/Other.java"), "// package x;\npackage edgecraft.sample.deep;");
            assertThat(laid(take(handedIn))).as(place).containsExactly(PLACE + "Own.java", PLACE + "deep/Other.java");
        }
    }

    @Test
    void a_file_keeps_the_name_that_it_was_handed_in_by() throws Exception {
        Path handedIn = Files.createDirectory(temporary.resolve("in"));
        write(handedIn.resolve("homework/Own.java"), OWN);
        assertThat(take(handedIn).modules().get(0).names())
                .containsEntry("modules/9-sample/" + PLACE + "Own.java", "homework/Own.java");
    }

    @Test
    void what_is_not_the_learners_is_ignored_and_that_is_said() throws Exception {
        Path clone = Files.createDirectory(temporary.resolve("clone"));
        write(clone.resolve("pom.xml"), "<project/>");
        write(clone.resolve("mvnw"), "exec java");
        Path handedIn = Files.createDirectory(temporary.resolve("in"));
        write(handedIn.resolve("pom.xml"), "<evil/>");
        write(handedIn.resolve("mvnw"), "exec java\r\n".strip());
        write(handedIn.resolve(".git/config"), "[core]");
        write(handedIn.resolve("modules/9-sample/target/classes/A.class"), "");
        write(handedIn.resolve("modules/9-sample/src/test/java/edgecraft/sample/OwnTest.java"), OWN);
        write(
                handedIn.resolve("solutions/9-sample/" + PLACE + "Own.java"),
                "package edgecraft.sample; class Stolen {}");
        write(handedIn.resolve("modules/9-sample/" + PLACE + "Own.java"), OWN);

        Intake.Found found = take(handedIn);

        assertThat(laid(found)).containsExactly(PLACE + "Own.java");
        assertThat(found.modules().get(0).directory().resolve(PLACE + "Own.java"))
                .hasContent(OWN);
        assertThat(found.ignored())
                .containsExactly(
                        "modules/9-sample/src/test/java/edgecraft/sample/OwnTest.java is none of the learner's files: ignored",
                        "pom.xml is not as it was published: ignored",
                        "solutions/9-sample/" + PLACE + "Own.java is none of the learner's files: ignored");
    }

    @Test
    void a_public_example_is_no_answer_wherever_it_lies() throws Exception {
        write(temporary.resolve("clone/modules/9-sample/src/test/java/edgecraft/sample/OwnTest.java"), OWN);
        Path handedIn = Files.createDirectory(temporary.resolve("in"));
        write(handedIn.resolve("Own.java"), OWN);
        write(handedIn.resolve("OwnTest.java"), OWN);
        assertThat(laid(take(handedIn))).containsExactly(PLACE + "Own.java");
    }

    @Test
    void two_answers_are_none() throws Exception {
        Path handedIn = Files.createDirectory(temporary.resolve("in"));
        write(handedIn.resolve("a/Own.java"), OWN);
        write(handedIn.resolve("b/Own.java"), OWN + " ");
        assertThat(take(handedIn).modules().get(0).errors())
                .containsExactly("error: a/Own.java and b/Own.java have the same name and package; hand in one");
    }

    @Test
    void two_modules_of_one_name_are_none() throws Exception {
        Path handedIn = Files.createDirectory(temporary.resolve("in"));
        write(handedIn.resolve("a/" + PLACE + "Own.java"), OWN);
        write(handedIn.resolve("b/" + PLACE + "Own.java"), OWN);
        assertThat(take(handedIn).modules().get(0).errors())
                .containsExactly("error: the module was handed in more than once, in a/ and in b/; hand in one");
    }

    @Test
    void names_that_differ_in_case_alone_are_refused_on_every_system() throws Exception {
        Path zip = temporary.resolve("in.zip");
        try (Zips made = new Zips(zip)) {
            made.add("Own.java", OWN).add("OWN.java", OWN);
        }
        assertThat(take(zip).modules().get(0).errors())
                .containsExactly("error: the names of " + PLACE + "OWN.java and " + PLACE
                        + "Own.java differ only in upper and lower case");
    }

    @Test
    void names_in_a_zip_lead_nowhere_else() throws Exception {
        Path zip = temporary.resolve("in.zip");
        try (Zips made = new Zips(zip)) {
            made.add("../Up.java", OWN)
                    .add("/abs/Own.java", OWN)
                    .add("C:\\Own.java", OWN)
                    .add("a\\..\\..\\Own.java", OWN)
                    .add("a\\b\\Own.java", OWN)
                    .add("__MACOSX/a/._Own.java", OWN)
                    .link("Link.java", "/etc/passwd");
        }
        Intake.Found found = take(zip);
        assertThat(laid(found)).containsExactly(PLACE + "Own.java");
        assertThat(found.ignored())
                .contains(
                        "../Up.java has a name that leads elsewhere: ignored",
                        "/abs/Own.java has a name that leads elsewhere: ignored",
                        "Link.java is a symbolic link: ignored")
                .hasSize(5);
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).noneMatch(file -> file.endsWith("Up.java"));
        }
    }

    @Test
    void a_bomb_is_not_waited_for() throws IOException {
        Path zip = temporary.resolve("in.zip");
        try (Zips made = new Zips(zip)) {
            made.add("Own.java", 0100644, new byte[64 << 20]);
        }
        assertThatThrownBy(() -> take(zip))
                .isInstanceOf(Unusable.class)
                .hasMessage("Own.java is larger than 4 MiB; hand in your own files only");
    }

    @Test
    void a_bomb_that_nobody_opens_does_nothing() throws Exception {
        Path zip = temporary.resolve("in.zip");
        try (Zips made = new Zips(zip)) {
            made.add("Own.java", OWN).add("inner.zip", 0100644, new byte[64 << 20]);
        }
        assertThat(take(zip).ignored()).containsExactly("inner.zip is none of the learner's files: ignored");
    }

    @Test
    void two_files_of_one_name_in_a_zip_must_be_the_same() throws Exception {
        Path zip = temporary.resolve("in.zip");
        try (Zips made = new Zips(zip)) {
            made.add("Own.java", OWN).add("Own.java", OWN + " ");
        }
        assertThatThrownBy(() -> take(zip))
                .isInstanceOf(Unusable.class)
                .hasMessage("there are two files Own.java; hand in one");
    }

    @Test
    void an_encrypted_zip_is_told_from_a_damaged_one() throws Exception {
        Path zip = temporary.resolve("in.zip");
        try (Zips made = new Zips(zip)) {
            made.add("Own.java", OWN);
        }
        byte[] whole = Files.readAllBytes(zip);
        Zips.encrypt(zip);
        assertThatThrownBy(() -> take(zip))
                .isInstanceOf(Unusable.class)
                .hasMessage("Own.java can't be read (it is encrypted); hand it in again");
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> take(zip)).isInstanceOf(Unusable.class).hasMessageStartingWith("the zip is damaged (");
    }

    @Test
    void what_a_link_leads_to_is_not_read() throws Exception {
        write(temporary.resolve("elsewhere/Own.java"), OWN);
        Path handedIn = Files.createDirectory(temporary.resolve("in"));
        Files.createSymbolicLink(handedIn.resolve("Own.java"), temporary.resolve("elsewhere/Own.java"));
        Files.createSymbolicLink(handedIn.resolve("more"), temporary.resolve("elsewhere"));
        Intake.Found found = take(handedIn);
        assertThat(found.modules()).isEmpty();
        assertThat(found.ignored())
                .containsExactly("Own.java is a symbolic link: ignored", "more is a symbolic link: ignored");
    }

    @Test
    void another_contract_is_refused_with_what_to_do() throws Exception {
        Path handedIn = Files.createDirectory(temporary.resolve("in"));
        write(handedIn.resolve("modules/9-sample/exercise.yaml"), "module: 9-sample\ncontract: 2  # newer\n");
        write(handedIn.resolve("modules/9-sample/" + PLACE + "Own.java"), OWN);
        assertThatThrownBy(() -> take(handedIn))
                .isInstanceOf(Misuse.class)
                .hasMessageStartingWith(
                        "modules/9-sample/exercise.yaml is of contract 2, and this workshop grades contract 1. ");
    }

    @Test
    void what_nobody_hands_in_is_misuse() throws Exception {
        assertThatThrownBy(() -> take(temporary.resolve("nothing"))).isInstanceOf(Misuse.class);
        Path text = temporary.resolve("a.txt");
        write(text, "hello");
        assertThatThrownBy(() -> take(text))
                .isInstanceOf(Misuse.class)
                .hasMessage(text + " is no directory, zip or git repository.");
    }

    private Intake.Found take(Path handedIn) throws Exception {
        return take(handedIn, null);
    }

    private Intake.Found take(Path handedIn, @Nullable String commit) throws Exception {
        Path scratch = Files.createTempDirectory(temporary, "scratch");
        try (Delivery delivery = Delivery.open(handedIn, commit, scratch)) {
            return new Intake(Workspace.of(temporary.resolve("clone")), Samples.course())
                    .take(delivery, scratch.resolve("modules"));
        }
    }

    private static List<String> laid(Intake.Found found) throws IOException {
        Path directory = found.modules().get(0).directory();
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Workspace.directoryOf(file);
        Files.writeString(file, text);
    }
}
